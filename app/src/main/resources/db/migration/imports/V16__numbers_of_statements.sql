-- The numbers of the statements in a file, for each account, where the bank numbers them.
create table imports_statement_number (
    import  uuid   not null references imports_file,
    account text   not null,
    number  bigint not null check (number > 0),
    primary key (import, account, number)
);
create view imports_numbers_of_statements as select import, account, number from imports_statement_number;

grant select, insert, delete on imports_statement_number to ${role};
grant select on imports_numbers_of_statements to ${role};
