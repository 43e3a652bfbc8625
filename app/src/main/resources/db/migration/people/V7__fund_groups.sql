-- A role or a key can be limited to groups of funds. Which funds are in a group is not known here: the room that keeps
-- funds replaces this view by its own answer. Until then no fund is in any group.
create view people_fund_groups as
    select null::text collate "C" as fund_group, null::text collate "C" as fund
     where false;

alter table people_grant add column fund_groups text[] not null default '{}';
alter table people_api_key add column fund_groups text[] not null default '{}';
alter table people_group_role add column fund_groups text[] not null default '{}';
drop index a_group_has_a_role_once;
create unique index a_group_has_a_role_once
    on people_group_role (member_of, role, fund_groups, funds, offices, methods) where ended_at is null;

-- The funds that limits mean today. No fund is called '-': groups in which there is none leave nothing, because no fund
-- at all would mean every fund.
create function people_funds(funds text[], fund_groups text[]) returns text[]
    language sql stable strict parallel safe as $$
    select case
             when cardinality(fund_groups) = 0 then funds
             else coalesce(nullif(funds || array(
                    select fund from people_fund_groups where fund_group = any(fund_groups) order by fund), '{}'), '{-}')
           end
$$;

grant select on people_fund_groups to ${role};
grant execute on function people_funds(text[], text[]) to ${role};
