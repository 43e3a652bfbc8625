-- A payment's states are a type of their own, in the order of its life: open ones, then PAID, then the ends without money.
-- Comparing states by that order is also cheaper than looking for them in lists, and every payment pays for its checks.
create type payments_state as enum ('CREATED', 'STARTED', 'UNKNOWN', 'PAID', 'FAILED', 'CANCELLED', 'EXPIRED');

drop view payments;
alter table payments_payment
    drop constraint payment_is_somewhere,
    drop constraint paid_says_how_much_and_when,
    drop constraint an_end_has_its_time,
    drop constraint no_money_has_a_reason,
    drop constraint only_created_or_taken_was_never_asked,
    drop constraint created_was_never_asked,
    drop constraint open_is_looked_at,
    drop constraint taken_is_paid;
alter table payments_payment
    alter column state type payments_state using state::payments_state;
alter table payments_payment
    add constraint paid_says_how_much_and_when check (
        (state = 'PAID') = (paid_pence is not null) and (state = 'PAID') = (paid_at is not null) and coalesce(paid_pence, 1) > 0),
    add constraint an_end_has_its_time check ((state >= 'PAID') = (closed_at is not null)),
    add constraint no_money_has_a_reason check ((state > 'PAID') = (reason is not null)),
    add constraint open_is_looked_at check (state >= 'PAID' or next_look_at is not null),
    add constraint created_was_never_asked check (state <> 'CREATED' or asked_at is null),
    add constraint only_created_or_taken_was_never_asked check (
        asked_at is not null or method is not null or state = 'CREATED' or state >= 'CANCELLED'),
    add constraint taken_is_paid check (method is null or state = 'PAID' and asked_at is null and paid_pence = pence);

create view payments as
    select id, reference, state::text, pence, asked_by, channel, payer, email, provider, provider_reference, paid_pence, reason,
           note, created_at, asked_at, paid_at, closed_at, captured_on
      from payments_payment;
grant select on payments to ${role};
