-- The disputes that lie within what somebody may see: each of their bills does. What came into suspense is no fund's, so
-- whoever is limited to funds does not see it. What is no payment of ours, only those see who see everything.
create or replace function disputes_within(scope text) returns setof disputes_dispute
    language sql stable as $$
    select dispute.*
      from disputes_dispute dispute
     where scope is null
        or exists (select from disputes_line part
                    where part.dispute = dispute.id and (part.fund is not null or part.pot = 'suspense'))
       and not exists (
            select from disputes_line part
             where part.dispute = dispute.id
               and (part.fund is not null or part.pot = 'suspense')
               and not exists (
                   select from people_limits(scope) allowed
                    where (allowed.funds is null or part.fund = any(allowed.funds))
                      and (allowed.offices is null or part.office = any(allowed.offices))
                      and (allowed.methods is null or part.method = any(allowed.methods))))
$$;
