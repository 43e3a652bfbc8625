-- When a receiver first said that it has an event; what is sent once more was delivered all the same.
alter table webhooks_delivery add column delivered_at timestamptz;
update webhooks_delivery set delivered_at = ended_at where state = 'DELIVERED';
-- Who was told of one payment is looked up by whoever follows it.
create index webhooks_event_of_subject on webhooks_event (subject);
