-- What funds tell payers and staff. One that stops is looked at whenever something is about to be paid.
create table catalogue_fund_message (
  fund         text    not null collate "C" references catalogue_fund,
  code         text    not null collate "C",
  words        text    not null,
  words_cy     text    not null,
  shown_to     text    not null constraint catalogue_fund_message_has_readers check (shown_to in ('PAYERS', 'STAFF', 'BOTH')),
  stops        boolean not null,
  from_day     date,
  until_day    date,
  outside_code text    not null,
  version      bigint  not null default 1,
  retired_at   timestamptz,
  primary key (fund, code),
  constraint catalogue_fund_message_begins_before_it_ends check (from_day <= until_day)
);

create view catalogue_fund_messages as
  select fund, code, words, words_cy, shown_to, stops, from_day, until_day, outside_code, retired_at
    from catalogue_fund_message;

grant select, insert, update on catalogue_fund_message to ${role};
grant select on catalogue_fund_messages to ${role};
