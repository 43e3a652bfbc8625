-- Schedules of what others collected, and the credits of the bank that paid them: what both come to is the same, to the penny.
create table schedules_match (
    id             uuid primary key,
    -- On which account the schedules wait for their money, such as `clearing:paypoint`.
    account        text collate "C" not null,
    pence          pence not null,
    matched_at     timestamptz not null,
    matched_by     text not null,
    undone_at      timestamptz,
    undone_by      text,
    undone_because text,
    constraint money_was_matched check (pence > 0),
    constraint undoing_says_who_and_why check ((undone_at is null) = (undone_by is null)
                                           and (undone_at is null) = (undone_because is null))
);
create index on schedules_match (matched_at desc, id desc);

create table schedules_paid (
    match   uuid not null references schedules_match,
    journal bigint not null,
    import  uuid not null,
    pence   bigint not null,
    primary key (match, journal)
);

create index on schedules_paid (import);

create table schedules_credit (
    match   uuid not null references schedules_match,
    item    bigint not null,
    journal bigint not null,
    line    int not null,
    pence   pence not null check (pence > 0),
    primary key (match, item)
);
create index on schedules_credit (item);

-- Whose a schedule is at this moment: the match that paid it, or nobody's any more because its file was taken back.
create table schedules_claim (
    journal bigint not null,
    account text collate "C" not null,
    match   uuid references schedules_match,
    constraint a_schedule_is_paid_once primary key (journal, account)
);
create index on schedules_claim (match);

grant select, insert on schedules_match, schedules_paid, schedules_credit to ${role};
grant update (undone_at, undone_by, undone_because) on schedules_match to ${role};
grant select, insert, delete on schedules_claim to ${role};
