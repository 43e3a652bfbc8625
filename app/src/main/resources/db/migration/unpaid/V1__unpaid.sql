-- What banks returned unpaid, as somebody wrote it down: each line of a receipt once. The money itself is in the book.
create table unpaid_return (
    journal     bigint not null,
    line        int not null,
    pence       pence not null,
    -- The journal that took it out of its fund again.
    posted      bigint not null,
    returned_on date not null,
    reason      text not null,
    entered_by  text not null,
    entered_at  timestamptz not null,
    constraint a_receipt_is_returned_unpaid_once primary key (journal, line),
    constraint a_return_has_a_reason check (reason <> ''),
    constraint what_is_returned_is_worth_something check (pence > 0)
);
create index on unpaid_return (posted);

grant select, insert on unpaid_return to ${role};
