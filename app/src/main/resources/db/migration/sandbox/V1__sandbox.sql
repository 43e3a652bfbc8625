-- The simulated providers' own books. The tables exist everywhere; nothing writes to them but a demonstration.

create table sandbox_clock (
    only_row      boolean primary key default true constraint sandbox_has_one_clock check (only_row),
    ahead_seconds bigint not null
);
insert into sandbox_clock (ahead_seconds) values (0);
grant select, update on sandbox_clock to ${role};

create table sandbox_gateway (
    id              text collate "C" primary key,
    key_fingerprint text not null unique,
    live            boolean not null,
    moto            boolean not null,
    moto_api        boolean not null,
    recurring       boolean not null,
    linked          boolean not null,
    disabled        boolean not null,
    zero_amount     boolean not null,
    profile         text not null,
    webhook_url     text,
    webhook_secret  text not null
);
grant select, insert, update on sandbox_gateway to ${role};

create table sandbox_agreement (
    id              text collate "C" primary key,
    gateway         text not null references sandbox_gateway,
    reference       text not null,
    description     text not null,
    user_identifier text,
    status          text not null,
    card            jsonb,
    created_at      timestamptz not null,
    cancelled_at    timestamptz
);
create index on sandbox_agreement (gateway, created_at desc);
grant select, insert, update on sandbox_agreement to ${role};

create table sandbox_payment (
    id                     text collate "C" primary key,
    gateway                text not null references sandbox_gateway,
    amount                 pence not null,
    surcharge              pence not null default 0,
    refunded               pence not null default 0,
    fee                    pence,
    reference              text not null,
    description            text not null,
    return_url             text,
    email                  text,
    language               text not null,
    delayed_capture        boolean not null,
    moto                   boolean not null,
    mode                   text not null,
    metadata               jsonb,
    card                   jsonb,
    set_up_agreement       text references sandbox_agreement,
    agreement              text references sandbox_agreement,
    agreement_payment_type text,
    provider_id            text,
    can_retry              boolean,
    state                  text not null,
    created_at             timestamptz not null,
    changed_at             timestamptz not null,
    capture_submitted_at   timestamptz,
    capture_due_at         timestamptz,
    capture_fails          boolean not null default false,
    captured_at            timestamptz,
    settled_on             date,
    constraint sandbox_refunds_at_most_what_was_paid check (refunded between 0 and amount + surcharge)
);
create index on sandbox_payment (gateway, created_at desc, id desc);
create index on sandbox_payment (gateway, lower(reference));
create index on sandbox_payment (created_at) where state in ('CREATED', 'STARTED', 'SUBMITTED', 'CAPTURABLE');
create index on sandbox_payment (capture_due_at) where captured_at is null;
grant select, insert, update on sandbox_payment to ${role};

create table sandbox_event (
    id         bigint generated always as identity primary key,
    payment    text not null references sandbox_payment,
    state      text not null,
    updated_at timestamptz not null
);
create index on sandbox_event (payment, id);
grant select, insert on sandbox_event to ${role};

create table sandbox_refund (
    id         text collate "C" primary key,
    payment    text not null references sandbox_payment,
    gateway    text not null references sandbox_gateway,
    amount     pence not null,
    status     text not null,
    fails      boolean not null,
    created_at timestamptz not null,
    due_at     timestamptz not null,
    settled_on date
);
create index on sandbox_refund (payment);
create index on sandbox_refund (gateway, created_at desc);
create index on sandbox_refund (due_at) where status = 'submitted';
grant select, insert, update on sandbox_refund to ${role};

-- Pages and card forms that work once; a page works again in the browser that opened it.
create table sandbox_token (
    fingerprint text primary key,
    payment     text not null references sandbox_payment,
    purpose     text not null,
    created_at  timestamptz not null,
    used_at     timestamptz,
    browser     text
);
create index on sandbox_token (created_at);
create index on sandbox_token (browser);
grant select, insert, update, delete on sandbox_token to ${role};

-- Recurring payments alone are recognised by their key.
create table sandbox_idempotency (
    gateway      text not null references sandbox_gateway,
    key          text not null,
    body_hash    text not null,
    payment      text not null references sandbox_payment,
    created_at   timestamptz not null,
    constraint sandbox_key_makes_one_payment primary key (gateway, key)
);
grant select, insert, delete on sandbox_idempotency to ${role};

create table sandbox_delivery (
    id           bigint generated always as identity primary key,
    message      text not null,
    gateway      text not null references sandbox_gateway,
    payment      text not null references sandbox_payment,
    event_type   text not null,
    body         text not null,
    attempts     integer not null default 0,
    due_at       timestamptz not null,
    delivered_at timestamptz,
    last_outcome text
);
create index on sandbox_delivery (due_at) where delivered_at is null;
grant select, insert, update on sandbox_delivery to ${role};

create table sandbox_fault (
    id         bigint generated always as identity primary key,
    fault      text not null,
    only_on    text,
    times_left integer not null
);
grant select, insert, update, delete on sandbox_fault to ${role};

create table sandbox_message (
    id              uuid primary key,
    kind            text not null,
    recipient       text not null,
    template        text not null,
    personalisation jsonb not null,
    reference       text,
    sent_at         timestamptz not null
);
create index on sandbox_message (sent_at desc);
grant select, insert on sandbox_message to ${role};
