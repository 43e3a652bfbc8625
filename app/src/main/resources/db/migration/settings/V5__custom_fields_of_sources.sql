-- Import sources take custom fields, too.
alter table settings_custom_field
  drop constraint settings_custom_field_is_on_something,
  add constraint settings_custom_field_is_on_something
      check (on_type in ('funds', 'methods-of-payment', 'vat-codes', 'import-sources', 'accounts'));
