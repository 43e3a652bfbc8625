-- Who has a message in hand, kept before it is handed over: when another carries e-mails later, this one is asked first.
alter table messages_message add column carrier text collate "C";
