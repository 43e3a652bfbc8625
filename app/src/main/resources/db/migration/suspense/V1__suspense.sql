-- What has been taken out of an item of suspense. A row is made when the first penny is taken: a bank file that puts a
-- hundred thousand items into suspense writes nothing here.
create table suspense_item (
    id        bigint primary key,
    pence     pence not null,
    allocated pence not null,
    constraint never_more_than_came_in check (allocated > 0 and allocated <= pence)
);

-- A decision about an item: once for each id, whoever repeats it. Its journal has the same id as its source.
create table suspense_allocation (
    id         uuid primary key,
    -- Deferred, because the decision is claimed before the item is counted.
    item       bigint not null references suspense_item deferrable initially deferred,
    pence      pence not null check (pence > 0),
    decided_at timestamptz not null,
    decided_by text not null
);
create index on suspense_allocation (item, decided_at);

create table suspense_allocation_line (
    allocation     uuid not null references suspense_allocation,
    line           int not null,
    fund           text collate "C" not null,
    account_number text collate "C" not null,
    pence          pence not null check (pence > 0),
    narrative      text,
    primary key (allocation, line)
);

-- An item of suspense: what came in unplaced less what has been allocated. It is open while something remains.
create view suspense_items as
    select unplaced.id, unplaced.journal, unplaced.line, unplaced.pence,
           unplaced.pence - coalesce(item.allocated, 0) as remaining,
           unplaced.happened_on, unplaced.payer, unplaced.narrative, unplaced.reason, unplaced.words,
           unplaced.source_kind, unplaced.source_id, unplaced.candidates
      from receipts_unplaced unplaced
      left join suspense_item item on item.id = unplaced.id;

create view suspense_allocations as
    select allocation.id, allocation.item, allocation.pence, allocation.decided_at, allocation.decided_by, journal.id as journal
      from suspense_allocation allocation
      left join ledger_journals journal
        on journal.source_kind = 'allocation'
       and journal.source_id = allocation.id::text;

create view suspense_allocation_lines as
    select allocation, line, fund, account_number, pence, narrative from suspense_allocation_line;

grant select, insert on suspense_item, suspense_allocation, suspense_allocation_line to ${role};
grant update (allocated) on suspense_item to ${role};
grant select on suspense_items, suspense_allocations, suspense_allocation_lines to ${role};
