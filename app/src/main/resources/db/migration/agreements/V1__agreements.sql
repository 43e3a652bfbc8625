-- Which funds may be paid in instalments or every month, and how far a payer may spread it.
create table agreements_rule (
    fund        text collate "C" primary key,
    instalments boolean not null,
    recurring   boolean not null,
    most        bigint  not null,
    least       pence,
    version     bigint  not null default 1,
    retired_at  timestamptz,
    constraint instalments_are_a_few check (most between 2 and 60)
);

-- A payer's agreement that we take payments from their card, in a plan that they have seen.
create table agreements_agreement (
    id                 uuid primary key,
    reference          text collate "C" not null,
    state              text collate "C" not null,
    kind               text collate "C" not null,
    every              text collate "C" not null,
    fund               text collate "C" not null,
    account_number     text collate "C" not null,
    -- All of it for instalments, each time for a payment that recurs.
    pence              pence not null,
    times              int,
    on_day             int not null,
    until_day          date,
    -- The payer’s e-mail address, locked.
    address            text not null,
    language           text collate "C" not null,
    proposed_by        text not null,
    created_at         timestamptz not null,
    consented_at       timestamptz,
    consent            text,
    provider           text collate "C",
    provider_agreement text collate "C",
    card               text,
    card_expires       text collate "C",
    expiry_told        text collate "C",
    -- Whether the provider knows it, and has ended it.
    at_provider        text collate "C" not null default 'NONE',
    next_look_at       timestamptz,
    looks              int not null default 0,
    ended_at           timestamptz,
    ended_by           text,
    reason             text collate "C",
    version            int not null default 0,
    constraint agreement_reference_is_one_agreements unique (reference),
    constraint agreement_is_somewhere check (state in ('PROPOSED', 'SETTING_UP', 'ACTIVE', 'ENDED', 'CANCELLED', 'NOT_SET_UP')),
    constraint agreement_is_of_a_kind check (kind in ('INSTALMENTS', 'RECURRING')),
    constraint agreement_has_a_rhythm check (every in ('WEEK', 'MONTH')),
    constraint agreement_is_worth_something check (pence > 0),
    constraint instalments_are_counted check ((kind = 'INSTALMENTS') = (times is not null) and times between 2 and 60),
    constraint only_what_recurs_runs_until check (until_day is null or kind = 'RECURRING'),
    constraint day_is_in_every_month check (on_day between 1 and 28),
    constraint nothing_is_taken_without_consent check (
        consented_at is not null and consent is not null and provider is not null
        or state in ('PROPOSED', 'CANCELLED', 'NOT_SET_UP')),
    constraint agreement_at_provider_is_somewhere check (at_provider in ('NONE', 'OPEN', 'TO_END', 'ENDED')),
    constraint provider_knows_what_it_made check ((at_provider = 'NONE') = (provider_agreement is null)),
    constraint an_end_says_when_and_why check (
        (state in ('ENDED', 'CANCELLED', 'NOT_SET_UP')) = (ended_at is not null and ended_by is not null and reason is not null)),
    constraint what_must_end_is_looked_at check (at_provider <> 'TO_END' or next_look_at is not null)
);
create unique index providers_agreement_is_one_of_ours on agreements_agreement (provider, provider_agreement)
 where provider_agreement is not null;
create index agreements_to_look_at on agreements_agreement (next_look_at) where next_look_at is not null;
create index agreements_of_an_account on agreements_agreement (fund, account_number);
create index agreements_by_age on agreements_agreement (created_at desc, id desc);

create table agreements_instalment (
    agreement uuid not null references agreements_agreement,
    number    int not null,
    due_on    date not null,
    pence     pence not null,
    state     text collate "C" not null,
    tries     int not null default 0,
    try_at    timestamptz,
    -- When the payer was told that it comes.
    told_at   timestamptz,
    why       text collate "C",
    -- Who of the council has seen to one that was missed.
    settled_by text,
    settled_at timestamptz,
    primary key (agreement, number),
    constraint instalment_is_somewhere check (state in ('DUE', 'COLLECTING', 'FAILED', 'COLLECTED', 'MISSED', 'CANCELLED')),
    constraint instalment_is_worth_something check (pence > 0),
    constraint what_is_due_has_its_time check ((state in ('DUE', 'FAILED')) = (try_at is not null)),
    constraint what_was_tried_was_counted check (tries > 0 or state in ('DUE', 'CANCELLED')),
    constraint seen_to_says_by_whom check ((settled_at is null) = (settled_by is null)),
    constraint what_did_not_come_says_why check (state not in ('FAILED', 'MISSED') or why is not null)
);
create index instalments_to_try on agreements_instalment (try_at) where try_at is not null;
create index instalments_missed on agreements_instalment (agreement) where state = 'MISSED' and settled_at is null;
create index instalments_to_tell on agreements_instalment (due_on) where state = 'DUE' and told_at is null;

-- Each try to take an instalment: a payment of its own, written down before a provider is asked.
create table agreements_attempt (
    agreement  uuid not null,
    instalment int not null,
    number     int not null,
    payment    uuid,
    began_at   timestamptz not null,
    next_at    timestamptz,
    outcome    text collate "C",
    why        text collate "C",
    ended_at   timestamptz,
    primary key (agreement, instalment, number),
    foreign key (agreement, instalment) references agreements_instalment,
    constraint attempt_ends_somewhere check (outcome in ('PAID', 'NOT_PAID', 'TAKEN_BACK', 'TWICE')),
    constraint an_end_of_an_attempt_has_its_time check ((outcome is null) = (ended_at is null)),
    constraint an_open_attempt_is_looked_at check ((outcome is null) = (next_at is not null)),
    constraint only_a_refusal_has_no_payment check (payment is not null or outcome = 'NOT_PAID')
);
create unique index payment_is_one_attempts on agreements_attempt (payment) where payment is not null;
create unique index instalment_is_tried_by_one_at_a_time on agreements_attempt (agreement, instalment) where outcome is null;
create unique index instalment_is_collected_once on agreements_attempt (agreement, instalment) where outcome = 'PAID';
create index attempts_to_look_at on agreements_attempt (next_at) where next_at is not null;
create index attempts_by_end on agreements_attempt (ended_at) where ended_at is not null;

create view agreements as
    select id, reference, state, kind, every, fund, account_number, pence, times, until_day, proposed_by, created_at, consented_at,
           ended_at, ended_by, reason
      from agreements_agreement;
create view agreements_instalments as
    select agreement, number, due_on, pence, state, tries, why from agreements_instalment;

-- The agreements that lie within what somebody may see. They have a fund, but neither an office nor a method.
create function agreements_within(scope text) returns setof agreements_agreement
    language sql stable as $$
    select agreement.*
      from agreements_agreement agreement
     where scope is null
        or exists (
            select from people_limits(scope) allowed
             where allowed.funds is null
                or agreement.fund = any(allowed.funds))
$$;

grant select, insert, update on agreements_rule to ${role};
grant select, insert on agreements_agreement, agreements_instalment, agreements_attempt to ${role};
grant update (state, consented_at, consent, provider, provider_agreement, card, card_expires, expiry_told, at_provider, next_look_at,
              looks, ended_at, ended_by, reason, version) on agreements_agreement to ${role};
grant update (state, tries, try_at, told_at, why, settled_by, settled_at) on agreements_instalment to ${role};
grant update (payment, next_at, outcome, why, ended_at) on agreements_attempt to ${role};
grant select on agreements, agreements_instalments to ${role};
