-- Money in suspense as it came in: what could not be placed and why. Never changed; what is allocated later is counted elsewhere.
create sequence receipts_suspense_item_id;
create table receipts_suspense_item (
    id          bigint primary key default nextval('receipts_suspense_item_id'),
    journal     bigint not null,
    line        int not null,
    pence       pence not null,
    happened_on date not null,
    payer       text,
    narrative   text,
    -- A stable code, and the same as a sentence.
    reason      text collate "C" not null,
    words       text not null,
    source_kind text collate "C" not null,
    source_id   text collate "C" not null,
    -- Ranked places it may belong to, each with its reasons.
    candidates  jsonb not null default '[]',
    constraint unplaced_money_is_noted_once unique (journal, line),
    constraint something_is_unplaced check (pence > 0)
);
create view receipts_unplaced as
    select id, journal, line, pence, happened_on, payer, narrative, reason, words, source_kind, source_id, candidates
      from receipts_suspense_item;

grant select, insert on receipts_suspense_item to ${role};
grant usage on sequence receipts_suspense_item_id to ${role};
grant select on receipts_unplaced to ${role};
