-- Money of a receipt that is no fund's: a surcharge that a provider added, and what is in suspense.
alter table refunds_line
    add column pot text collate "C",
    alter column fund drop not null,
    add constraint part_comes_out_of_one_place check ((fund is null) <> (pot is null));

alter table refunds_refund
    -- The refund to a card that failed for good, in the place of which this one goes by bank.
    add column instead_of uuid,
    -- REPLACED for as long as this one stands: it ties that one down.
    add column instead_state text collate "C",
    -- What its provider calls it, when it was made in the provider's own tool and is only written down here.
    add column elsewhere text collate "C",
    -- Under what the book knows it: once, whoever writes it down.
    add column posted_as text collate "C" not null generated always as (coalesce(provider || ':' || elsewhere, id::text)) stored,
    drop constraint refund_is_somewhere,
    add constraint refund_is_somewhere check (state in ('PROPOSED', 'ASKED', 'APPROVED', 'SENDING', 'UNKNOWN', 'SUBMITTED', 'SENT',
        'FAILED', 'REPLACED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'GIVEN_UP')),
    drop constraint failed_says_why,
    add constraint failed_says_why check ((state in ('FAILED', 'REPLACED')) = (failure is not null)),
    add constraint refund_is_in_one_state unique (id, state),
    -- While one stands that goes by bank instead, the one to the card stays replaced: neither can leave besides the other.
    add constraint by_card_or_by_bank_and_never_both foreign key (instead_of, instead_state) references refunds_refund (id, state),
    add constraint what_goes_instead_goes_by_bank check (instead_of is null or way = 'BANK' and elsewhere is null),
    add constraint what_stands_instead_ties_the_other_down check (
        instead_state is not distinct from
        case when instead_of is not null and state not in ('PROPOSED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'GIVEN_UP') then 'REPLACED' end),
    add constraint only_to_a_card_is_given_back_elsewhere check (elsewhere is null or way = 'CARD');
create unique index a_refund_is_replaced_once on refunds_refund (instead_of, instead_state) where instead_state is not null;
create unique index what_was_made_elsewhere_is_asked_for_once on refunds_refund (provider, elsewhere)
 where elsewhere is not null and state not in ('PROPOSED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'GIVEN_UP');
create index refunds_of_a_payment_at_its_provider on refunds_refund (provider, provider_reference) where provider is not null;
grant update (instead_state) on refunds_refund to ${role};

-- Refunds that a provider lists and that did not begin here.
create table refunds_found (
    id                 bigint generated always as identity primary key,
    provider           text collate "C" not null,
    provider_refund    text collate "C" not null,
    provider_reference text collate "C" not null,
    payment            uuid not null,
    -- The receipt it came out of.
    journal            bigint not null,
    pence              pence not null,
    made_on            date not null,
    found_at           timestamptz not null,
    constraint found_once unique (provider, provider_refund),
    constraint what_was_found_gave_something_back check (pence > 0)
);
grant select, insert on refunds_found to ${role};

-- The refunds that lie within what somebody may see: each of their parts does. A surcharge goes with the rest of its
-- payment, and what is in suspense belongs to no fund that somebody could be limited to.
create or replace function refunds_within(scope text) returns setof refunds_refund
    language sql stable as $$
    select refund.*
      from refunds_refund refund
     where scope is null
        or not exists (
            select from refunds_line part
             where part.refund = refund.id
               and not exists (
                   select from people_limits(scope) allowed
                    where (allowed.funds is null or part.fund = any(allowed.funds) or part.pot = 'surcharges')
                      and (allowed.offices is null or part.office = any(allowed.offices))
                      and (allowed.methods is null or part.method = any(allowed.methods))))
$$;

create or replace view refunds_lines as
    select refund, line, fund, account_number, method, office, pence, pot from refunds_line;
