-- Account holders take custom fields, too. Nothing in a file that another system makes can be required.
alter table settings_custom_field
  drop constraint settings_custom_field_is_on_something,
  add constraint settings_custom_field_is_on_something
      check (on_type in ('funds', 'methods-of-payment', 'vat-codes', 'accounts')),
  add constraint settings_custom_field_of_accounts_is_optional check (not (on_type = 'accounts' and required));
