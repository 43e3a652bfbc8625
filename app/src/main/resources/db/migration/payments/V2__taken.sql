-- Payments whose money has been taken already by whoever tells us: at a till, by post, by telephone. They are paid from the
-- beginning, and no provider is asked.
alter table payments_payment
    add column method text collate "C",
    drop constraint only_created_was_never_asked,
    add constraint only_created_or_taken_was_never_asked check (
        asked_at is not null or method is not null or state in ('CREATED', 'CANCELLED', 'EXPIRED')),
    add constraint taken_is_paid check (method is null or state = 'PAID' and asked_at is null and paid_pence = pence);
