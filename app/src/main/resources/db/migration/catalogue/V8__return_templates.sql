-- What a service's return of its takings looks like.
create table catalogue_return_template (
    code       text collate "C" primary key,
    name       text    not null,
    name_cy    text    not null,
    office     text    collate "C" not null references catalogue_office,
    note       text    not null,
    place      bigint  not null,
    open       boolean not null,
    version    bigint  not null default 1,
    retired_at timestamptz
);

create table catalogue_return_row (
    template         text    collate "C" not null references catalogue_return_template,
    number           bigint  not null,
    description      text    not null,
    description_cy   text    not null,
    description_free boolean not null,
    fund             text    collate "C" not null references catalogue_fund,
    account          text    collate "C" not null,
    account_free     boolean not null,
    vat_code         text    collate "C" references catalogue_vat_code,
    method           text    collate "C" not null references catalogue_method,
    version          bigint  not null default 1,
    retired_at       timestamptz,
    primary key (template, number),
    constraint a_row_names_its_account_or_lets_it_be_typed check (
        account_free or account <> '' and account not like '%*%')
);

grant select, insert, update on catalogue_return_template, catalogue_return_row to ${role};
