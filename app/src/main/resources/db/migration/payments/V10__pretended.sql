-- Payments that were asked for at an account for tests: nothing of them is money. It is written down with the asking, because the
-- account may be a live one later.
alter table payments_payment
    add column pretended boolean not null default false,
    add constraint only_what_was_asked_for_is_pretended check (not pretended or provider is not null);
grant update (pretended) on payments_payment to ${role};
