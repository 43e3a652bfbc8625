-- What had been paid of a payment that was not collected, and when: the payment itself does not say it any more.
alter table notifications_fact
    add column paid_pence pence,
    add column paid_at    timestamptz,
    add constraint only_of_what_was_not_collected_it_is_said_what_was_paid check (
        kind = 'NOT_COLLECTED' or paid_pence is null and paid_at is null);
