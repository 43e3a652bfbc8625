-- Files that the council describes itself. The definition is a profile in JSON; a sample stays with it, its card numbers masked.
create table imports_description (
    code       text collate "C" primary key,
    name       text    not null,
    definition text    not null,
    sample     text    not null,
    open       boolean not null,
    version    bigint  not null default 1,
    retired_at timestamptz
);

grant select, insert, update on imports_description to ${role};
