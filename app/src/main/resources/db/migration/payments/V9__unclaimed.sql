-- Payments that a provider told us of, or paid out to us, and that we do not know: begun by another system with the same account, or by
-- nobody we can name. No money of them is in the book. Each is shown to people until one of them has written down what it is.
create table payments_unclaimed (
    id                 bigint generated always as identity primary key,
    provider           text collate "C" not null,
    provider_reference text collate "C" not null,
    -- What the provider says was paid, what of it went back, and when it was paid out; nothing while it has not said.
    paid               pence,
    went_back          pence,
    paid_out_on        date,
    heard_at           timestamptz not null,
    looked_at          timestamptz,
    looked_by          text,
    why                text,
    version            int not null default 0,
    constraint unclaimed_is_kept_once unique (provider, provider_reference),
    constraint looked_at_says_by_whom_and_why check (
        (looked_at is null) = (looked_by is null) and (looked_at is null) = (why is null) and why <> '')
);
create index payments_unclaimed_to_look_at on payments_unclaimed (heard_at) where looked_at is null;

grant select, insert on payments_unclaimed to ${role};
grant update (paid, went_back, paid_out_on, looked_at, looked_by, why, version) on payments_unclaimed to ${role};
