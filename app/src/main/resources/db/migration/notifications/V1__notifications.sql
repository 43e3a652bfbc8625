-- Where the payer of a payment wants to be told of it. The address is locked.
create table notifications_contact (
    payment  uuid primary key,
    address  text not null,
    language text collate "C" not null,
    given_at timestamptz not null
);
create index on notifications_contact (given_at);

-- What has become true and is to be told: written down in the database transaction in which it became so.
create table notifications_fact (
    id          uuid primary key,
    kind        text collate "C" not null,
    -- The refund or the payment.
    subject     uuid not null,
    happened_at timestamptz not null,
    due_at      timestamptz not null,
    tries       int not null default 0,
    -- Absent until its turn has come: then whether the payer was written to.
    outcome     text collate "C",
    told_at     timestamptz,
    constraint a_fact_is_of_a_kind check (kind in ('REFUNDED', 'REFUND_RETURNED', 'NOT_COLLECTED')),
    constraint a_fact_is_told_or_there_is_nothing_to_say check (outcome in ('TOLD', 'NOTHING')),
    constraint a_fact_says_when_it_was_told check ((outcome is null) = (told_at is null))
);
create index facts_to_tell on notifications_fact (due_at) where outcome is null;
create index facts_by_subject on notifications_fact (subject, kind);

-- How a council words an e-mail to payers, from a day on.
create table notifications_wording (
    kind        text collate "C" not null,
    from_day    date not null,
    subject     text not null,
    text        text not null,
    subject_cy  text not null,
    text_cy     text not null,
    template    text not null,
    template_cy text not null,
    version     bigint not null default 1,
    retired_at  timestamptz,
    primary key (kind, from_day)
);

-- A council's own services at GOV.UK Notify.
create table notifications_service (
    code           text collate "C" primary key,
    name           text not null,
    api_key        text not null,
    template       text not null,
    reply_to       text not null,
    callback_token text not null,
    address        text not null,
    open           boolean not null,
    version        bigint not null default 1,
    retired_at     timestamptz
);

create table notifications_rule (
    from_day     date primary key,
    kept_days    integer not null constraint kept_days_are_a_few_months_at_most check (kept_days between 0 and 90),
    contact_days integer not null constraint contact_days_are_seven_years_at_most check (contact_days between 0 and 2560),
    reason       text not null,
    version      bigint not null default 1,
    retired_at   timestamptz
);

grant select, insert, update, delete on notifications_contact to ${role};
grant select, insert, update on notifications_fact, notifications_wording, notifications_service, notifications_rule to ${role};
