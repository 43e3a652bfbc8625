-- What the council keeps of an account holder beyond what the system asks for, by the code of the custom field. A field that
-- is retired leaves its values here.
alter table accounts_account add column custom jsonb not null default '{}';
alter table accounts_arriving add column custom text not null default '{}';
