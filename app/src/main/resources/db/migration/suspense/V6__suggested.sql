-- What was suggested when somebody placed an item, in its order, and whether they chose it: so that it can be said how often
-- suggestions of a kind are right.
create table suspense_suggestion (
    allocation uuid not null references suspense_allocation,
    rank       int not null check (rank > 0),
    how        text collate "C" not null,
    taken      boolean not null,
    primary key (allocation, rank)
);
create index suspense_suggestion_first on suspense_suggestion (how) where rank = 1;

grant select, insert on suspense_suggestion to ${role};
