-- The items that lie within what somebody may see. As a table rather than a question about each item, so that the
-- database plans it as part of the statement it stands in: asked item by item, it cost more than all the rest.
create function suspense_items_within(scope text) returns setof suspense_items
    language sql stable as $$
    select item.*
      from suspense_items item
     where scope is null
        or exists (
            select from people_limits(scope) allowed
             where (allowed.funds is null or exists (
                       select from jsonb_array_elements(item.candidates) thought
                        where thought ->> 'fund' = any(allowed.funds)))
               and ((allowed.offices is null and allowed.methods is null) or exists (
                       select from ledger_journals journal
                         join ledger_postings posting
                           on posting.journal = journal.id
                          and posting.month = journal.month
                          and posting.batch = journal.batch
                        where journal.id = item.journal
                          and posting.line = item.line
                          and (allowed.offices is null or posting.office = any(allowed.offices))
                          and (allowed.methods is null or posting.method = any(allowed.methods)))))
$$;

drop function suspense_within(text, bigint, int, jsonb);
