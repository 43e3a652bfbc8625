-- Where the amounts stood that went out again: in the fund or in suspense where they had come in, or on the bill on which
-- somebody had placed them since.
create table unpaid_part (
    journal     bigint not null,
    line        int not null,
    -- The line of the journal that took it out.
    posted_line int not null,
    pence       pence not null,
    -- The posting that had placed it out of suspense.
    placed      bigint,
    placed_line int,
    constraint a_part_goes_out_once primary key (journal, line, posted_line),
    constraint a_part_is_of_a_return foreign key (journal, line) references unpaid_return,
    constraint what_was_placed_goes_out_once unique (placed, placed_line),
    constraint what_was_placed_has_its_line check ((placed is null) = (placed_line is null)),
    constraint what_goes_out_is_worth_something check (pence > 0)
);

insert into unpaid_part (journal, line, posted_line, pence)
select journal, line, line, pence
  from unpaid_return;

grant select, insert on unpaid_part to ${role};
