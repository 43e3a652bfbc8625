-- Who looked at whose account, once for each quarter of an hour: what is noted here goes into the audit, what is here
-- already does not again.
create table accounts_look (
    account bigint not null,
    who     text collate "C" not null,
    quarter timestamptz not null,
    constraint a_look_is_noted_once_in_a_quarter_of_an_hour primary key (account, who, quarter)
);
create index on accounts_look (quarter);

grant select, insert, delete on accounts_look to ${role};
