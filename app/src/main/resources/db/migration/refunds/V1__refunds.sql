-- What is taken out of a receipt again. A row is made when somebody first asks for some of it back, and everything that
-- must never be too much is counted in it: what is reserved, what has been given, and the VAT within that.
create table refunds_receipt (
    journal   bigint not null,
    line      int not null,
    pence     pence not null,
    vat_pence pence not null,
    vat_rate  int not null,
    reserved  pence not null,
    given     pence not null default 0,
    vat_given pence not null default 0,
    primary key (journal, line),
    constraint never_more_than_was_paid check (reserved >= 0 and reserved <= pence),
    constraint only_what_was_reserved_is_given check (given >= 0 and given <= reserved),
    constraint all_of_it_has_all_of_its_vat check (
        vat_given >= 0 and vat_given <= vat_pence and vat_given <= given and (given < pence or vat_given = vat_pence))
);

create table refunds_refund (
    id                 uuid primary key,
    reference          text collate "C" not null,
    way                text collate "C" not null,
    state              text collate "C" not null,
    -- The receipt it gives back from, and where that came from.
    journal            bigint not null,
    payment            uuid,
    paid_pence         pence,
    provider           text collate "C",
    provider_reference text collate "C",
    pot                text collate "C" not null,
    pence              pence not null,
    payer              text,
    payee              text,
    reason             text not null,
    proposed_by        text,
    asked_by           text,
    asked_person       uuid,
    asked_at           timestamptz,
    approved_by        text,
    approved_person    uuid,
    approved_at        timestamptz,
    created_at         timestamptz not null,
    -- How often it was posted: once each time that the money left.
    posted             int not null default 0,
    sent_on            date,
    failure            text collate "C",
    words              text,
    next_look_at       timestamptz,
    version            int not null default 0,
    constraint refund_reference_is_one_refunds unique (reference),
    constraint refund_goes_one_of_these_ways check (way in ('CARD', 'BANK')),
    constraint refund_is_somewhere check (state in ('PROPOSED', 'ASKED', 'APPROVED', 'SENDING', 'UNKNOWN', 'SUBMITTED', 'SENT',
        'FAILED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'GIVEN_UP')),
    constraint something_is_given_back check (pence > 0),
    constraint a_card_refund_goes_to_the_card_it_was_paid_with check (
        way <> 'CARD' or payment is not null and provider is not null and provider_reference is not null and paid_pence is not null),
    constraint nobody_approves_their_own_refund check (approved_person <> asked_person and approved_by <> asked_by),
    constraint only_a_proposal_was_asked_for_by_nobody check (
        (asked_by is not null and asked_at is not null) or (proposed_by is not null and state in ('PROPOSED', 'WITHDRAWN'))),
    constraint nothing_leaves_that_was_not_approved check (
        approved_at is not null or state in ('PROPOSED', 'ASKED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
    constraint sent_says_on_which_day check ((state = 'SENT') = (sent_on is not null) and (state <> 'SENT' or posted > 0)),
    constraint failed_says_why check ((state = 'FAILED') = (failure is not null)),
    constraint what_is_under_way_is_looked_at check (
        next_look_at is not null or way = 'BANK' or state not in ('APPROVED', 'SENDING', 'UNKNOWN', 'SUBMITTED'))
);
create index refunds_to_look_at on refunds_refund (next_look_at) where next_look_at is not null;
create index refunds_of_a_receipt on refunds_refund (journal);
create index refunds_by_age on refunds_refund (created_at desc, id desc);
-- A question without an answer must be cleared up before the next is put: what the provider lists is then whose it is.
create unique index one_refund_of_a_payment_is_sent_at_a_time on refunds_refund (payment) where state in ('SENDING', 'UNKNOWN');
-- A payment is proposed for giving back once, whoever dismisses it.
create unique index a_payment_is_proposed_once on refunds_refund (payment) where proposed_by = 'system';

create table refunds_line (
    refund         uuid not null references refunds_refund,
    line           int not null,
    fund           text collate "C" not null,
    account_number text collate "C",
    method         text collate "C",
    office         text collate "C",
    channel        text collate "C",
    vat_code       text collate "C",
    pence          pence not null,
    primary key (refund, line),
    constraint part_is_worth_something check (pence > 0)
);

-- Each time that a provider was asked.
create table refunds_attempt (
    refund          uuid not null references refunds_refund,
    number          int not null,
    provider        text collate "C" not null,
    -- What we believed could still be given back. After a question without an answer the same is sent again, so that the
    -- provider refuses when the first was done after all.
    expected        pence not null,
    began_at        timestamptz not null,
    provider_refund text collate "C",
    refusal         text,
    primary key (refund, number)
);
create unique index a_providers_refund_is_one_of_ours on refunds_attempt (provider, provider_refund)
 where provider_refund is not null;

-- What happened to a refund, in its order.
create table refunds_step (
    refund uuid not null references refunds_refund,
    number int not null,
    at     timestamptz not null,
    who    text not null,
    state  text collate "C" not null,
    failure text collate "C",
    words  text,
    primary key (refund, number)
);

create view refunds as
    select id, reference, way, state, journal, payment, pence, reason, proposed_by, asked_by, asked_at, approved_by, approved_at,
           created_at, sent_on, failure
      from refunds_refund;
create view refunds_lines as
    select refund, line, fund, account_number, method, office, pence from refunds_line;

-- The refunds that lie within what somebody may see: each of their parts does.
create function refunds_within(scope text) returns setof refunds_refund
    language sql stable as $$
    select refund.*
      from refunds_refund refund
     where scope is null
        or not exists (
            select from refunds_line part
             where part.refund = refund.id
               and not exists (
                   select from people_limits(scope) allowed
                    where (allowed.funds is null or part.fund = any(allowed.funds))
                      and (allowed.offices is null or part.office = any(allowed.offices))
                      and (allowed.methods is null or part.method = any(allowed.methods))))
$$;

grant select, insert on refunds_receipt, refunds_refund, refunds_line, refunds_attempt, refunds_step to ${role};
grant update (reserved, given, vat_given) on refunds_receipt to ${role};
grant update (state, asked_by, asked_person, asked_at, approved_by, approved_person, approved_at, posted, sent_on, failure, words,
              payee, reason, next_look_at, version) on refunds_refund to ${role};
grant update (provider_refund, refusal) on refunds_attempt to ${role};
grant select on refunds, refunds_lines to ${role};
