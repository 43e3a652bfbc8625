-- What a council keeps of its own, by the code of the custom field. A field that is retired leaves its values here.
alter table catalogue_fund add custom jsonb not null default '{}';
alter table catalogue_method add custom jsonb not null default '{}';
alter table catalogue_vat_code add custom jsonb not null default '{}';
