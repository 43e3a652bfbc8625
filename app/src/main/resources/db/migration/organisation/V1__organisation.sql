-- Who the council is and how it shows itself. One entry at most: the key can be one thing only.
create table organisation_detail (
  code               text collate "C" primary key constraint organisation_is_one check (code = 'council'),
  name               text    not null,
  name_cy            text    not null,
  strapline          text    not null,
  strapline_cy       text    not null,
  logo_says_name     boolean not null,
  header_colour      text    not null,
  header_text_colour text    not null,
  button_colour      text    not null,
  link_colour        text    not null,
  address            text    not null,
  vat_number         text    not null,
  phone              text    not null,
  email              text    not null,
  website            text    not null,
  other_ways         text    not null,
  other_ways_cy      text    not null,
  privacy            text    not null,
  privacy_cy         text    not null,
  accessibility      text    not null,
  accessibility_cy   text    not null,
  version            bigint  not null default 1,
  retired_at         timestamptz
);

-- Every logo there was; the latest row holds, and one without a picture means that there is none.
create table organisation_logo (
  id      bigint generated always as identity primary key,
  print   text collate "C",
  width   integer,
  height  integer,
  picture bytea,
  who     text        not null,
  at      timestamptz not null,
  constraint organisation_logo_is_whole_or_none
    check (num_nonnulls(print, width, height, picture) in (0, 4)),
  constraint organisation_logo_is_small check (octet_length(picture) <= 2097152)
);

-- What everybody should know for a while, on the portal, in the office or on both.
create table organisation_message (
  code       text collate "C" primary key,
  severity   text   not null constraint organisation_severity_is_known
               check (severity in ('INFORMATION', 'WARNING', 'ERROR')),
  shown      text   not null constraint organisation_message_is_shown_somewhere
               check (shown in ('PORTAL', 'OFFICE', 'BOTH')),
  text       text   not null,
  text_cy    text   not null,
  from_day   date   not null,
  from_time  time,
  until_day  date,
  until_time time,
  version    bigint not null default 1,
  retired_at timestamptz,
  constraint organisation_time_needs_a_day check (until_time is null or until_day is not null)
);

-- Texts of pages and e-mails that the council words itself.
create table organisation_text (
  code       text collate "C" primary key,
  text       text   not null,
  text_cy    text   not null,
  version    bigint not null default 1,
  retired_at timestamptz
);

grant select, insert, update on organisation_detail, organisation_message, organisation_text to ${role};
grant select, insert on organisation_logo to ${role};
