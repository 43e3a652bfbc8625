-- Which files came in which archive, by the archive's SHA-256. What was in it is kept as files; the archive itself is not.
create table imports_from_archive (
    archive bytea   not null,
    name    text    not null,
    place   integer not null,
    import  uuid    not null references imports_file,
    primary key (archive, import)
);
create index imports_from_archive_by_import on imports_from_archive (import);

grant select, insert on imports_from_archive to ${role};
