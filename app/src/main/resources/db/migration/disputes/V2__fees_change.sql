-- A provider may say another fee later: what it comes to more or less is a further entry, and each has a name of its own.
alter table disputes_dispute
    add column fee_entries int not null default 0,
    add constraint a_fee_has_an_entry check (lost_fee_pence = 0 or fee_entries > 0) not valid;
update disputes_dispute
   set fee_entries = 1
 where lost_fee_pence > 0;
alter table disputes_dispute validate constraint a_fee_has_an_entry;
grant update (fee_entries) on disputes_dispute to ${role};
