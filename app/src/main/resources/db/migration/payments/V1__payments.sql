-- Payments by card: what somebody wants to pay, and how it stands.
create table payments_payment (
    id                 uuid primary key,
    reference          text collate "C" not null,
    state              text collate "C" not null,
    pence              pence not null,
    asked_by           text not null,
    channel            text collate "C" not null,
    payer              text,
    email              text,
    return_url         text,
    idempotency_key    text,
    asked_content      text,
    provider           text collate "C",
    provider_reference text collate "C",
    paid_pence         pence,
    reason             text collate "C",
    note               text,
    created_at         timestamptz not null,
    asked_at           timestamptz,
    paid_at            timestamptz,
    closed_at          timestamptz,
    captured_on        date,
    expires_at         timestamptz not null,
    next_look_at       timestamptz,
    version            int not null default 0,
    constraint payment_reference_is_one_payments unique (reference),
    constraint payment_is_asked_for_once unique (asked_by, idempotency_key),
    constraint provider_payment_is_one_payments unique (provider, provider_reference),
    constraint payment_is_somewhere check (state in ('CREATED', 'STARTED', 'PAID', 'FAILED', 'CANCELLED', 'EXPIRED', 'UNKNOWN')),
    constraint something_is_wanted check (pence > 0),
    constraint paid_says_how_much_and_when check (
        (state = 'PAID') = (paid_pence is not null) and (state = 'PAID') = (paid_at is not null) and coalesce(paid_pence, 1) > 0),
    constraint an_end_has_its_time check ((state in ('PAID', 'FAILED', 'CANCELLED', 'EXPIRED')) = (closed_at is not null)),
    constraint no_money_has_a_reason check ((state in ('FAILED', 'CANCELLED', 'EXPIRED')) = (reason is not null)),
    constraint asked_says_whom check ((asked_at is null) = (provider is null)),
    constraint known_was_asked check (provider_reference is null or asked_at is not null),
    constraint only_created_was_never_asked check (asked_at is not null or state in ('CREATED', 'CANCELLED', 'EXPIRED')),
    constraint created_was_never_asked check (state <> 'CREATED' or asked_at is null),
    constraint open_is_looked_at check (next_look_at is not null or state not in ('CREATED', 'STARTED', 'UNKNOWN'))
);
create index payments_to_look_at on payments_payment (next_look_at) where next_look_at is not null;

create table payments_line (
    payment        uuid not null references payments_payment,
    line           int not null,
    fund           text collate "C" not null,
    account_number text collate "C" not null,
    pence          pence not null,
    narrative      text,
    primary key (payment, line),
    constraint line_is_worth_something check (pence > 0)
);

-- What providers told us happened. A message is a hint to look, and is taken once.
create table payments_hint (
    provider           text collate "C" not null,
    message            text collate "C" not null,
    provider_reference text collate "C" not null,
    heard_at           timestamptz not null,
    followed_at        timestamptz,
    outcome            text,
    constraint message_is_heard_once primary key (provider, message)
);
create index payments_hints_to_follow on payments_hint (heard_at) where followed_at is null;

create view payments as
    select id, reference, state, pence, asked_by, channel, payer, email, provider, provider_reference, paid_pence, reason, note,
           created_at, asked_at, paid_at, closed_at, captured_on
      from payments_payment;
create view payments_lines as
    select payment, line, fund, account_number, pence, narrative from payments_line;

grant select, insert on payments_payment, payments_line, payments_hint to ${role};
grant update (state, provider, provider_reference, paid_pence, reason, note, asked_at, paid_at, closed_at, captured_on,
              expires_at, next_look_at, version) on payments_payment to ${role};
grant update (followed_at, outcome) on payments_hint to ${role};
grant select on payments, payments_lines to ${role};
