-- What a council keeps of an entry beyond what the system asks for. The values stand beside the entry's own columns.
create table settings_custom_field (
  on_type    text    not null collate "C" constraint settings_custom_field_is_on_something
                     check (on_type in ('funds', 'methods-of-payment', 'vat-codes')),
  code       text    not null collate "C",
  kind       text    not null constraint settings_custom_field_has_a_kind
                     check (kind in ('TEXT', 'NUMBER', 'YES_NO', 'DATE', 'LIST')),
  name       text    not null,
  name_cy    text    not null,
  hint       text    not null,
  hint_cy    text    not null,
  choices    text    not null constraint settings_custom_field_chooses_from_a_list check ((kind = 'LIST') = (choices <> '')),
  required   boolean not null,
  place      bigint,
  version    bigint  not null default 1,
  retired_at timestamptz,
  primary key (on_type, code, kind),
  -- What is kept under a code is of one kind for ever.
  constraint settings_custom_field_is_of_one_kind unique (on_type, code)
);

grant select, insert, update on settings_custom_field to ${role};
