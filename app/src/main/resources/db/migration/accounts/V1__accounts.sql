-- Who owes what, as the service systems say. A number belongs to one account of a fund; two funds may use the same number.

create table accounts_account (
  fund         text    not null collate "C",
  number       text    not null collate "C",
  name         text    not null,
  address      text    not null,
  balance      bigint,
  stopped      boolean not null,
  stop_message text    not null,
  -- The load that first brought it, and the one that last changed it.
  added_by     bigint  not null,
  changed_by   bigint  not null,
  primary key (fund, number)
);
-- What other instances have not seen yet.
create index accounts_account_by_arrival on accounts_account (added_by);

-- One row, taken by each load before it writes: so loads are numbered in the order in which they are committed.
create table accounts_last_load (
  one  boolean primary key default true constraint accounts_has_one_last_load check (one),
  load bigint not null
);
insert into accounts_last_load (load) values (0);

create table accounts_load (
  id      bigint primary key,
  at      timestamptz not null,
  who     text   not null,
  rows    bigint not null,
  added   bigint not null,
  changed bigint not null,
  refused bigint not null
);

-- Rows of the load at work; empty between loads, so it need not outlive a crash.
create unlogged table accounts_arriving (
  line         bigint  not null,
  fund         text    not null collate "C",
  number       text    not null collate "C",
  name         text    not null,
  address      text    not null,
  balance      bigint,
  stopped      boolean not null,
  stop_message text    not null
);

create view accounts_accounts as
  select fund, number, name, address, balance, stopped, stop_message from accounts_account;
create view accounts_loads as select id, at, who, rows, added, changed, refused from accounts_load;

grant select, insert, update on accounts_account to ${role};
grant select, update on accounts_last_load to ${role};
grant select, insert on accounts_load to ${role};
grant select, insert, truncate on accounts_arriving to ${role};
grant select on accounts_accounts, accounts_loads to ${role};
