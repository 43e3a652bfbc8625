-- What can be paid, how, with what reference, VAT and ledger code. Entries are retired, never deleted.

create table catalogue_check_digit (
  code          text collate "C" primary key,
  name          text    not null,
  kind          text    not null constraint catalogue_check_digit_is_known
                  check (kind in ('WEIGHTED_SUM', 'DYNIX', 'MOD_97', 'CREDITOR_REFERENCE', 'LUHN')),
  modulus       bigint  constraint catalogue_modulus_is_sensible check (modulus between 2 and 1000),
  substitutions text    not null,
  weights       text    not null,
  subtract      boolean not null,
  results       text    not null,
  version       bigint  not null default 1,
  retired_at    timestamptz
);

create table catalogue_reference_format (
  code        text collate "C" primary key,
  name        text   not null,
  shortest    bigint not null,
  longest     bigint not null,
  characters  text,
  starts      text   not null,
  pattern     text   not null,
  mask        text   not null,
  check_digit text   references catalogue_check_digit,
  version     bigint not null default 1,
  retired_at  timestamptz,
  constraint catalogue_lengths_are_in_order check (1 <= shortest and shortest <= longest and longest <= 36)
);

create table catalogue_vat_code (
  code       text collate "C" primary key,
  name       text   not null,
  version    bigint not null default 1,
  retired_at timestamptz
);

create table catalogue_vat_rate (
  vat_code     text    not null collate "C" references catalogue_vat_code,
  from_day     date    not null,
  basis_points integer not null constraint catalogue_rate_is_a_share check (basis_points between 0 and 10000),
  version      bigint  not null default 1,
  retired_at   timestamptz,
  primary key (vat_code, from_day)
);

create table catalogue_office (
  code       text collate "C" primary key,
  name       text   not null,
  version    bigint not null default 1,
  retired_at timestamptz
);

create table catalogue_method (
  code       text collate "C" primary key,
  name       text    not null,
  name_cy    text    not null,
  kind       text    not null,
  minimum    pence,
  maximum    pence,
  open       boolean not null,
  refundable boolean not null,
  version    bigint  not null default 1,
  retired_at timestamptz,
  constraint catalogue_method_limits_are_in_order check (minimum <= maximum)
);

create table catalogue_fund (
  code               text collate "C" primary key,
  name               text    not null,
  name_cy            text    not null,
  vat_code           text    not null collate "C" references catalogue_vat_code,
  online             boolean not null,
  open               boolean not null,
  maximum            pence,
  account_must_exist boolean not null,
  vat_override       boolean not null,
  credit_notes       boolean not null,
  suspense           boolean not null,
  address_needed     boolean not null,
  ledger_code        text    not null,
  format             text    collate "C" references catalogue_reference_format,
  reference_label    text    not null,
  reference_label_cy text    not null,
  reference_hint     text    not null,
  reference_hint_cy  text    not null,
  priority           bigint  not null,
  version            bigint  not null default 1,
  retired_at         timestamptz
);

create view catalogue_check_digits as select code, name, kind, retired_at from catalogue_check_digit;
create view catalogue_reference_formats as
  select code, name, shortest, longest, characters, starts, pattern, mask, check_digit, retired_at from catalogue_reference_format;
create view catalogue_vat_codes as select code, name, retired_at from catalogue_vat_code;
create view catalogue_vat_rates as select vat_code, from_day, basis_points, retired_at from catalogue_vat_rate;
create view catalogue_offices as select code, name, retired_at from catalogue_office;
create view catalogue_methods as
  select code, name, name_cy, kind, minimum, maximum, open, refundable, retired_at from catalogue_method;
create view catalogue_funds as
  select code, name, name_cy, vat_code, online, open, maximum, account_must_exist, suspense, ledger_code, retired_at
    from catalogue_fund;

grant select, insert, update on catalogue_check_digit, catalogue_reference_format, catalogue_vat_code, catalogue_vat_rate,
  catalogue_office, catalogue_method, catalogue_fund to ${role};
grant select on catalogue_check_digits, catalogue_reference_formats, catalogue_vat_codes, catalogue_vat_rates,
  catalogue_offices, catalogue_methods, catalogue_funds to ${role};
