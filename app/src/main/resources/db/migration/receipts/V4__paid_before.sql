-- How often a bank account has paid an account, as the lines of files say that are in the book. It is worked out from
-- them, file by file, and may be worked out anew at any time.
create table receipts_paid_before (
    payer          text collate "C" not null,
    fund           text collate "C" not null,
    account_number text collate "C" not null,
    times          int not null,
    last_on        date not null,
    primary key (payer, fund, account_number),
    constraint it_was_paid check (times > 0)
);

-- Files whose lines are counted there, and those that were and no longer are.
create table receipts_remembered_file (
    import     uuid primary key,
    taken_back boolean not null default false
);

grant select, insert, update, delete on receipts_paid_before to ${role};
grant select, insert, update on receipts_remembered_file to ${role};
