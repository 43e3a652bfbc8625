-- What a method of payment costs, from a day on, and who bears it.
create table catalogue_fee (
  method       text    not null collate "C" references catalogue_method,
  from_day     date    not null,
  basis_points integer constraint catalogue_fee_is_a_share check (basis_points between 0 and 10000),
  fixed        pence,
  least        pence,
  most         pence,
  borne        text    not null constraint catalogue_fee_is_borne check (borne in ('CENTRAL', 'RECHARGED', 'NOT_BOOKED')),
  fund         text    collate "C" references catalogue_fund,
  account      text    not null,
  vat_code     text    collate "C" references catalogue_vat_code,
  version      bigint  not null default 1,
  retired_at   timestamptz,
  primary key (method, from_day),
  constraint catalogue_fee_costs_something check (basis_points is not null or fixed is not null),
  constraint catalogue_fee_limits_are_in_order check (least <= most),
  constraint catalogue_fee_is_booked_somewhere check ((borne = 'CENTRAL') = (fund is not null and account <> ''))
);

create view catalogue_fees as
  select method, from_day, basis_points, fixed, least, most, borne, fund, account, vat_code, retired_at from catalogue_fee;

grant select, insert, update on catalogue_fee to ${role};
grant select on catalogue_fees to ${role};
