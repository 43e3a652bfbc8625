-- Who is told what.
create table webhooks_webhook (
    code       text collate "C" primary key,
    name       text    not null,
    address    text    collate "C" not null,
    api_key    text    not null,
    which      text    collate "C" not null check (which in ('OWN', 'ALL')),
    paid       boolean not null,
    not_paid   boolean not null,
    taken_back boolean not null,
    refunds    boolean not null,
    note       text    not null,
    version    bigint  not null default 1,
    retired_at timestamptz
);

-- The secrets with which messages are signed, locked. One is the present one; the one before it holds a while longer.
create table webhooks_secret (
    id      uuid primary key,
    webhook text collate "C" not null references webhooks_webhook,
    locked  text collate "C" not null,
    made_at timestamptz not null,
    made_by text not null,
    ends_at timestamptz,
    constraint secret_is_locked check (locked ~ '^[^:]+:[A-Za-z0-9+/]{40,}$')
);
create unique index webhooks_one_present_secret on webhooks_secret (webhook) where ends_at is null;

-- How a receiver has answered of late, and whether it is left in peace.
create table webhooks_standing (
    webhook       text collate "C" primary key references webhooks_webhook,
    failing_since timestamptz,
    failures      integer not null default 0,
    answered_at   timestamptz,
    paused_at     timestamptz,
    paused_why    text collate "C" check (paused_why in ('FAILING', 'GONE', 'PERSON')),
    paused_by     text,
    constraint paused_has_a_reason check ((paused_at is null) = (paused_why is null))
);

-- What happened that somebody is to be told. Its number rises for what happens to one payment or refund.
create table webhooks_event (
    number      bigint generated always as identity primary key,
    id          uuid not null unique,
    type        text collate "C" not null,
    subject     uuid not null,
    only_to     text collate "C",
    happened_at timestamptz not null,
    told_at     timestamptz,
    about       text collate "C",
    body        text
);
create index webhooks_event_untold on webhooks_event (number) where told_at is null;
create index webhooks_event_by_time on webhooks_event (happened_at);

-- One event for one receiver: waiting, being sent, delivered; or dead, when it was tried for days.
create table webhooks_delivery (
    id         uuid primary key,
    webhook    text   collate "C" not null references webhooks_webhook,
    event      bigint not null references webhooks_event,
    state      text   collate "C" not null check (state in ('WAITING', 'SENDING', 'DELIVERED', 'DEAD')),
    attempts   integer not null default 0,
    due_at     timestamptz not null,
    claimed_at timestamptz,
    ended_at   timestamptz,
    status     integer,
    problem    text collate "C",
    constraint an_event_is_delivered_to_a_receiver_once unique (webhook, event)
);
create index webhooks_delivery_due on webhooks_delivery (webhook, due_at) where state in ('WAITING', 'SENDING');
create index webhooks_delivery_of_event on webhooks_delivery (event);

grant select, insert, update on webhooks_webhook, webhooks_secret, webhooks_standing to ${role};
grant select, insert, update, delete on webhooks_event, webhooks_delivery to ${role};
