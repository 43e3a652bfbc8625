-- Rows that the description of a file leaves out, counted by the reason that it gives.
create table imports_left_out (
    import uuid   not null references imports_file,
    number int    not null,
    reason text   not null,
    rows   bigint not null check (rows > 0),
    primary key (import, number)
);
grant select, insert, delete on imports_left_out to ${role};
