-- Lines of the bank that a rule put straight onto a schedule's account, beside the credits that were in suspense: they are
-- where they belong already, and a match moves nothing of them.
create table schedules_settled (
    match   uuid not null references schedules_match,
    journal bigint not null,
    line    int not null,
    pence   pence not null check (pence > 0),
    primary key (match, journal, line)
);

-- Whose such a line is at this moment: the match that it paid, or nobody's any more because its file was taken back.
create table schedules_settled_claim (
    journal bigint not null,
    line    int not null,
    match   uuid references schedules_match,
    constraint a_settled_credit_pays_once primary key (journal, line)
);
create index on schedules_settled_claim (match);

grant select, insert on schedules_settled to ${role};
grant select, insert, delete on schedules_settled_claim to ${role};
