-- What a method of payment does, as typed settings. Methods stay offered where they could be used until now.
alter table catalogue_method
  add column on_portal boolean not null default false,
  add column by_staff  boolean not null default false,
  add column by_phone  boolean not null default false,
  add column by_api    boolean not null default false,
  add column by_import boolean not null default false,
  add column reversal  boolean not null default false,
  add column colour    text    not null default '';

update catalogue_method
   set on_portal = kind = 'CARD_ONLINE',
       by_staff = kind in ('CARD_BY_STAFF', 'CASH', 'CHEQUE', 'OTHER'),
       by_phone = kind in ('CARD_BY_STAFF', 'CARD_BY_PHONE'),
       by_api = kind not in ('BANK', 'JOURNAL', 'FEE'),
       by_import = kind not in ('JOURNAL', 'FEE');

create or replace view catalogue_methods as
  select code, name, name_cy, kind, minimum, maximum, open, refundable, retired_at,
         on_portal, by_staff, by_phone, by_api, by_import, reversal, colour
    from catalogue_method;
