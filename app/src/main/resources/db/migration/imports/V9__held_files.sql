-- A file that is held may be released by two people: what they saw that differs is named, and only that holds it no more.
create table imports_release (
    import      uuid not null references imports_file,
    "check"     text not null,
    expected    text not null,
    actual      text not null,
    reason      text not null,
    asked_by    text not null,
    approved_by text not null,
    released_at timestamptz not null,
    primary key (import, "check", expected, actual)
);

-- What a person has ended stays as it is. The same bytes may arrive once more after that, and remember the earlier import.
alter table imports_file
    add ended_at      timestamptz,
    add ended_by      text,
    add ended_because text,
    add again_of      uuid references imports_file,
    add constraint an_end_has_somebody_and_a_reason
        check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null)),
    drop constraint same_bytes_arrive_once;
create unique index same_bytes_arrive_once on imports_file (fingerprint) where ended_at is null;
create index imports_file_of_same_bytes on imports_file (fingerprint, id) where ended_at is not null;

grant select, insert on imports_release to ${role};
