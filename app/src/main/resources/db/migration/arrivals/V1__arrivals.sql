-- Where files arrive without a person.
create table arrivals_place (
    code       text collate "C" primary key,
    name       text    not null,
    kind       text    collate "C" not null check (kind in ('FOLDER', 'SFTP')),
    folder     text    collate "C" not null,
    file_names text    not null,
    -- An import source; reference data of another room.
    source     text    collate "C",
    afterwards text    collate "C" not null check (afterwards in ('DONE', 'DELETE', 'LEAVE')),
    minutes    bigint  not null check (minutes between 1 and 1440),
    look_first boolean not null,
    open       boolean not null,
    version    bigint  not null default 1,
    retired_at timestamptz
);

-- How each place answered when it was last looked at.
create table arrivals_standing (
    place       text    collate "C" primary key references arrivals_place,
    -- The version of the place that was looked at: with another one it is looked at at once.
    version     bigint  not null,
    looked_at   timestamptz not null,
    next_at     timestamptz not null,
    answered_at timestamptz,
    trouble     text    collate "C",
    since       timestamptz,
    failures    integer not null default 0,
    constraint trouble_has_a_beginning check ((trouble is null) = (since is null))
);

-- Files that were seen at a place, and what became of them.
create table arrivals_file (
    id           bigint generated always as identity primary key,
    place        text    collate "C" not null references arrivals_place,
    name         text    not null,
    bytes        bigint  not null,
    modified_at  timestamptz not null,
    seen_at      timestamptz not null,
    state        text    collate "C" not null default 'SEEN' check (state in ('SEEN', 'TAKEN', 'QUARANTINED', 'DISMISSED')),
    attempts     integer not null default 0,
    taken_at     timestamptz,
    fingerprint  bytea check (length(fingerprint) = 32),
    -- Why it is in quarantine, the file in it that is the matter, and what is kept of it.
    why          text    collate "C",
    about        text    not null default '',
    original     uuid,
    decided_at   timestamptz,
    decided_by   text,
    reason       text,
    -- It lies at the place no longer, or will be left there.
    cleared_at   timestamptz,
    constraint quarantine_has_a_reason check (state not in ('QUARANTINED', 'DISMISSED') or why is not null),
    constraint taken_has_a_print check (state <> 'TAKEN' or fingerprint is not null and taken_at is not null),
    constraint dismissed_by_somebody check (state <> 'DISMISSED' or decided_by is not null and reason is not null)
);
create unique index arrivals_one_file_is_known_once on arrivals_file (place, name, bytes, modified_at) where cleared_at is null;
create index arrivals_file_of_place on arrivals_file (place, id desc);
create index arrivals_quarantine on arrivals_file (id) where state = 'QUARANTINED';

-- The imports that a file brought, more than one when it was an archive.
create table arrivals_import (
    file   bigint  not null references arrivals_file,
    import uuid    not null,
    is_new boolean not null,
    primary key (file, import)
);
create index arrivals_import_by_import on arrivals_import (import);

grant select, insert, update on arrivals_place, arrivals_standing, arrivals_file to ${role};
grant select, insert on arrivals_import to ${role};
-- What was seen and changed before it was whole was never taken.
grant delete on arrivals_file to ${role};
