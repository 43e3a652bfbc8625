-- Groups of funds, several to several.
create table catalogue_fund_group (
  code       text collate "C" primary key,
  name       text   not null,
  name_cy    text   not null,
  version    bigint not null default 1,
  retired_at timestamptz
);

create table catalogue_fund_group_fund (
  fund_group text   not null collate "C" references catalogue_fund_group,
  fund       text   not null collate "C" references catalogue_fund,
  why        text   not null,
  version    bigint not null default 1,
  retired_at timestamptz,
  primary key (fund_group, fund)
);

create view catalogue_fund_groups as select code, name, name_cy, retired_at from catalogue_fund_group;
create view catalogue_fund_group_funds as
  select within.fund_group, within.fund
    from catalogue_fund_group_fund within
    join catalogue_fund_group fund_group on fund_group.code = within.fund_group
   where within.retired_at is null
     and fund_group.retired_at is null;

-- What people ask of whoever keeps funds: which are in a group today.
create or replace view people_fund_groups as select fund_group, fund from catalogue_fund_group_funds;

grant select, insert, update on catalogue_fund_group, catalogue_fund_group_fund to ${role};
grant select on catalogue_fund_groups, catalogue_fund_group_funds to ${role};
