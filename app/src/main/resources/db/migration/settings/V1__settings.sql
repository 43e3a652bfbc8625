-- Who changed which entry of reference data, from what to what. Written once, never changed.
create table settings_change (
  id     bigint generated always as identity primary key,
  data   text        not null,
  key    text        not null,
  what   text        not null constraint settings_change_is_known check (what in ('ADDED', 'CHANGED', 'RETIRED', 'RESTORED')),
  who    text        not null,
  at     timestamptz not null,
  before jsonb       not null,
  after  jsonb       not null
);
create index settings_change_by_entry on settings_change (data, key, id desc);
create view settings_changes as select id, data, key, what, who, at, before, after from settings_change;
grant select, insert on settings_change to ${role};
grant select on settings_changes to ${role};
