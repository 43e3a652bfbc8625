-- What of an item turned out to be what somebody still had to pay over. It is counted in the row in which placing is
-- counted, so that of two who are after the same money one finds nothing left.
alter table suspense_item
    add column settled pence not null default 0,
    drop constraint never_more_than_came_in,
    add constraint never_more_than_came_in check (allocated >= 0 and given_back >= 0 and settled >= 0
                                                  and allocated + given_back + settled <= pence);

create or replace view suspense_items as
    select unplaced.id, unplaced.journal, unplaced.line, unplaced.pence,
           unplaced.pence - coalesce(item.allocated, 0) - coalesce(item.given_back, 0) - coalesce(item.settled, 0) as remaining,
           unplaced.happened_on, unplaced.payer, unplaced.narrative, unplaced.reason, unplaced.words,
           unplaced.source_kind, unplaced.source_id, unplaced.candidates, unplaced.office, unplaced.method,
           coalesce(item.given_back, 0) as given_back, coalesce(item.settled, 0) as settled
      from receipts_unplaced unplaced
      left join suspense_item item on item.id = unplaced.id;

grant update (settled) on suspense_item to ${role};
