-- The second person, where a change needed one.
alter table settings_change add approved_by text constraint settings_change_has_two_people check (approved_by <> who);
drop view settings_changes;
create view settings_changes as select id, data, key, what, who, approved_by, at, before, after from settings_change;
grant select on settings_changes to ${role};
