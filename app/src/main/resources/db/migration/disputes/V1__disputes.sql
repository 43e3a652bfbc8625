-- Payments that payers' banks ask back.
create table disputes_dispute (
    id                 uuid primary key,
    provider           text collate "C" not null,
    number             text collate "C" not null,
    provider_reference text collate "C" not null,
    state              text collate "C" not null,
    pence              pence not null,
    fee_pence          pence not null default 0,
    reason             text,
    began_at           timestamptz,
    evidence_due       timestamptz,
    settled_on         date,
    found_at           timestamptz not null,
    reminded_at        timestamptz,
    -- What of it is in the book: how often it was lost, what is out now, the fee for that, and what no bill has lost.
    turns              int not null default 0,
    lost_pence         pence not null default 0,
    lost_fee_pence     pence not null default 0,
    unplaced_pence     pence not null default 0,
    charges            int not null default 0,
    journal            bigint,
    constraint a_providers_dispute_is_one_of_ours unique (provider, number),
    constraint dispute_is_somewhere check (state in ('NEEDS_EVIDENCE', 'UNDER_REVIEW', 'UNCLEAR', 'WON', 'LOST')),
    constraint something_is_disputed check (pence > 0),
    constraint only_what_was_lost_has_no_place check (unplaced_pence >= 0 and unplaced_pence <= lost_pence),
    constraint only_what_is_lost_is_out check (lost_pence >= 0 and lost_fee_pence >= 0 and fee_pence >= 0
        and (state = 'LOST' or lost_pence = 0) and (lost_pence > 0 or lost_fee_pence = 0)),
    constraint what_is_out_was_lost_some_time check (lost_pence = 0 or turns > 0)
);
create index disputes_by_age on disputes_dispute (found_at desc, id desc);
create index disputes_of_a_payment on disputes_dispute (provider, provider_reference);
create index disputes_by_state on disputes_dispute (state);

-- The bills of the receipt, and what of each is kept and was lost.
create table disputes_line (
    dispute        uuid not null references disputes_dispute,
    journal        bigint not null,
    line           int not null,
    pot            text collate "C" not null,
    fund           text collate "C",
    account_number text collate "C",
    method         text collate "C",
    office         text collate "C",
    channel        text collate "C",
    vat_code       text collate "C",
    pence          pence not null,
    claimed        pence not null default 0,
    lost           pence not null default 0,
    vat_lost       pence not null default 0,
    primary key (dispute, journal, line),
    constraint only_what_is_kept_is_lost check (claimed between 0 and pence and lost between 0 and claimed and vat_lost between 0 and lost)
);
create index disputes_lines_of_a_receipt on disputes_line (journal);

-- What happened to a dispute, in its order.
create table disputes_step (
    dispute uuid not null references disputes_dispute,
    number  int not null,
    at      timestamptz not null,
    who     text not null,
    what    text collate "C" not null,
    pence   pence,
    primary key (dispute, number)
);

create view disputes as
    select id, provider, number, provider_reference, state, pence, reason, evidence_due, found_at, lost_pence, lost_fee_pence,
           unplaced_pence
      from disputes_dispute;

-- The disputes that lie within what somebody may see: each of their bills does. What is no payment of ours, only those see
-- who see everything.
create function disputes_within(scope text) returns setof disputes_dispute
    language sql stable as $$
    select dispute.*
      from disputes_dispute dispute
     where scope is null
        or exists (select from disputes_line part where part.dispute = dispute.id and part.fund is not null)
       and not exists (
            select from disputes_line part
             where part.dispute = dispute.id
               and part.fund is not null
               and not exists (
                   select from people_limits(scope) allowed
                    where (allowed.funds is null or part.fund = any(allowed.funds))
                      and (allowed.offices is null or part.office = any(allowed.offices))
                      and (allowed.methods is null or part.method = any(allowed.methods))))
$$;

grant select, insert on disputes_dispute, disputes_line, disputes_step to ${role};
grant update (state, pence, fee_pence, reason, evidence_due, settled_on, reminded_at, turns, lost_pence, lost_fee_pence,
              unplaced_pence, charges, journal) on disputes_dispute to ${role};
grant update (claimed, lost, vat_lost) on disputes_line to ${role};
grant select on disputes to ${role};
