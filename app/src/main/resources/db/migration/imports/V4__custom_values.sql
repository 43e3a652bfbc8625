-- What a council keeps of its own, by the code of the custom field. A field that is retired leaves its values here.
alter table imports_source add custom jsonb not null default '{}';
