-- A file that is of no format of banks is read by a description, and remembers which. Somebody may choose it.
alter table imports_file
    add profile text collate "C",
    add profile_version int,
    add profile_name text,
    add chosen_profile text collate "C",
    add constraint a_description_has_a_version_and_a_name
        check ((profile is null) = (profile_version is null) and (profile is null) = (profile_name is null));

-- By which description the files of a source are read; empty when their content is to tell.
alter table imports_source add profile text collate "C" not null default '';
