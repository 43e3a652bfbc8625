-- A payment that was taken has neither a key nor a provider: it should not pay for the indexes that keep those apart.
alter table payments_payment
    drop constraint payment_is_asked_for_once,
    drop constraint provider_payment_is_one_payments;
create unique index payment_is_asked_for_once on payments_payment (asked_by, idempotency_key)
 where idempotency_key is not null;
create unique index provider_payment_is_one_payments on payments_payment (provider, provider_reference)
 where provider_reference is not null;
