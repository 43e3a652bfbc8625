-- The addresses of other sites to which payers may be sent back.
create table payments_return_address (
    code       text collate "C" primary key,
    address    text   collate "C" not null,
    api_key    text   not null,
    note       text   not null,
    version    bigint not null default 1,
    retired_at timestamptz
);
grant select, insert, update on payments_return_address to ${role};
