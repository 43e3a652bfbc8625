-- A council may want nothing said where the product would say something by itself.
alter table organisation_text add column silent boolean not null default false;
