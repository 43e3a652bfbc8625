-- The two of a change are two people, whatever addresses they signed with. What was written down before keeps signatures
-- alone.
alter table settings_change
    add person          uuid,
    add approved_person uuid,
    drop constraint settings_change_has_two_people,
    add constraint settings_change_has_two_people check (approved_person <> person and approved_by <> who),
    add constraint both_who_changed_it_are_known
        check (approved_by is null or person is not null and approved_person is not null) not valid;
