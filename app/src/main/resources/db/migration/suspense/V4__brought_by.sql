create or replace view suspense_items as
    select unplaced.id, unplaced.journal, unplaced.line, unplaced.pence,
           unplaced.pence - coalesce(item.allocated, 0) as remaining,
           unplaced.happened_on, unplaced.payer, unplaced.narrative, unplaced.reason, unplaced.words,
           unplaced.source_kind, unplaced.source_id, unplaced.candidates, unplaced.office, unplaced.method
      from receipts_unplaced unplaced
      left join suspense_item item on item.id = unplaced.id;

-- The same as before, with the office and the method that the item itself says.
create or replace function suspense_items_within(scope text) returns setof suspense_items
    language sql stable as $$
    select item.*
      from suspense_items item
     where scope is null
        or exists (
            select from people_limits(scope) allowed
             where (allowed.funds is null or exists (
                       select from jsonb_array_elements(item.candidates) thought
                        where thought ->> 'fund' = any(allowed.funds)))
               and (allowed.offices is null or item.office = any(allowed.offices))
               and (allowed.methods is null or item.method = any(allowed.methods)))
$$;
