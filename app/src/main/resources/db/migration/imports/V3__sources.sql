-- Where files come from, and what is expected of them.
create table imports_source (
    code            text collate "C" primary key,
    name            text    not null,
    format          text    collate "C",
    bank_account    text    collate "C" references imports_own_account,
    method          text    collate "C",
    file_names      text    not null,
    totals_must_tie boolean not null,
    on_monday       boolean not null,
    on_tuesday      boolean not null,
    on_wednesday    boolean not null,
    on_thursday     boolean not null,
    on_friday       boolean not null,
    on_saturday     boolean not null,
    on_sunday       boolean not null,
    due_by          time,
    contact         text    not null,
    open            boolean not null,
    version         bigint  not null default 1,
    retired_at      timestamptz
);

-- A file remembers where it came from.
alter table imports_file add column source text collate "C" references imports_source;
create index imports_file_by_source on imports_file (source, received_at) where source is not null;

grant select, insert, update on imports_source to ${role};
