-- Whether an item lies within what somebody may see. Money in suspense has no fund yet: whoever is limited to funds sees
-- what was thought possibly theirs when it came. Its office and method are those of the posting that brought it.
create function suspense_within(scope text, brought_by bigint, at_line int, candidates jsonb) returns boolean
    language sql stable as $$
    select exists (
        select from people_limits(scope) allowed
         where (allowed.funds is null or exists (
                   select from jsonb_array_elements(candidates) thought
                    where thought ->> 'fund' = any(allowed.funds)))
           and ((allowed.offices is null and allowed.methods is null) or exists (
                   select from ledger_postings posting
                    where posting.journal = brought_by
                      and posting.line = at_line
                      and (posting.month, posting.batch) = (select month, batch from ledger_journals where id = brought_by)
                      and (allowed.offices is null or posting.office = any(allowed.offices))
                      and (allowed.methods is null or posting.method = any(allowed.methods)))))
$$;
