-- The council's accounts at banks, as it declares them. A statement of any other is held.
create table imports_own_account (
    code       text collate "C" primary key,
    name       text    not null,
    sort_code  text    not null,
    number     text    not null,
    iban       text    not null,
    also       text    not null,
    purpose    text    not null,
    open       boolean not null,
    version    bigint  not null default 1,
    retired_at timestamptz
);

grant select, insert, update on imports_own_account to ${role};
