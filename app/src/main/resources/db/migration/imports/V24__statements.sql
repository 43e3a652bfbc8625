-- What each statement of a posted file says of itself, and what was read of it: balances are evidence about lines that are alike.
create table imports_statement (
    import        uuid   not null references imports_file,
    number        int    not null check (number > 0),
    -- As the bank writes it, and as the book calls it where the statement has lines.
    account       text   not null,
    bank_account  text   collate "C",
    identifier    text   not null,
    day           date,
    -- Pence, negative when the account is overdrawn.
    opening       pence,
    opening_on    date,
    closing       pence,
    closing_on    date,
    -- Booked lines, and what they come to: credits less debits.
    lines         bigint not null check (lines >= 0),
    pence         pence  not null,
    -- Those that no earlier file had brought.
    added         bigint not null,
    added_pence   pence  not null,
    first_day     date,
    last_day      date,
    -- The places of its first amount and its last.
    from_place    int    not null,
    to_place      int    not null,
    -- Whether its lines are money: those of a notice are not.
    posts         boolean not null,
    primary key (import, number),
    constraint no_more_is_added_than_there_is check (added between 0 and lines)
);
create index imports_statement_by_days on imports_statement (bank_account, last_day)
 where posts and opening + pence = closing;

-- Lines of a statement that were left alone because an earlier file had brought them.
create table imports_statement_left (
    import  uuid   not null,
    number  int    not null,
    earlier uuid   not null references imports_file,
    lines   bigint not null check (lines > 0),
    pence   pence  not null,
    primary key (import, number, earlier),
    foreign key (import, number) references imports_statement
);

-- The bank's own reference of a line, which tells it from others that are alike.
alter table imports_line add column bank_reference text not null default '';
alter table imports_preview_line add column bank_reference text not null default '';

grant select, insert on imports_statement, imports_statement_left to ${role};
