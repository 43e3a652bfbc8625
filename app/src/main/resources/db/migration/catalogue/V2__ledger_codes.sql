-- Ledger codes and cost centres, from which a fund chooses. What funds said as free text becomes entries.
create table catalogue_ledger_code (
  code       text collate "C" primary key,
  name       text   not null,
  from_day   date,
  until_day  date,
  version    bigint not null default 1,
  retired_at timestamptz,
  constraint catalogue_ledger_code_begins_before_it_ends check (from_day <= until_day)
);

create table catalogue_cost_centre (
  code       text collate "C" primary key,
  name       text   not null,
  from_day   date,
  until_day  date,
  version    bigint not null default 1,
  retired_at timestamptz,
  constraint catalogue_cost_centre_begins_before_it_ends check (from_day <= until_day)
);

-- A key takes no characters that addresses take for themselves: they become hyphens, and the name keeps the code as it
-- was written.
insert into catalogue_ledger_code (code, name)
select translate(ledger_code, '~/\;%?#,', '--------'),
       left(case
              when bool_or(ledger_code ~ '[~/\\;%?#,]') then min(ledger_code) || ': '
              else ''
            end || string_agg(name, ', ' order by code), 100)
  from catalogue_fund
 where ledger_code <> ''
 group by translate(ledger_code, '~/\;%?#,', '--------');

alter table catalogue_fund
  alter column ledger_code drop not null,
  add column cost_centre text collate "C" references catalogue_cost_centre;

update catalogue_fund
   set ledger_code = nullif(translate(ledger_code, '~/\;%?#,', '--------'), '');

alter table catalogue_fund
  add constraint catalogue_fund_books_to_a_ledger_code foreign key (ledger_code) references catalogue_ledger_code;

create view catalogue_ledger_codes as select code, name, from_day, until_day, retired_at from catalogue_ledger_code;
create view catalogue_cost_centres as select code, name, from_day, until_day, retired_at from catalogue_cost_centre;
create or replace view catalogue_funds as
  select code, name, name_cy, vat_code, online, open, maximum, account_must_exist, suspense, ledger_code, retired_at,
         cost_centre
    from catalogue_fund;

grant select, insert, update on catalogue_ledger_code, catalogue_cost_centre to ${role};
grant select on catalogue_ledger_codes, catalogue_cost_centres to ${role};
