-- What tells several payments from one is shown of a preview as it will be of the file.
create table imports_preview_statement (
    import     uuid  not null references imports_file,
    number     int   not null,
    opening    pence,
    closing    pence,
    pence      pence not null,
    from_place int   not null,
    to_place   int   not null,
    primary key (import, number)
);
grant select, insert, delete on imports_preview_statement to ${role};

-- Lines that are in the book, and those of previews, which are nobody's evidence but of their own file.
create view imports_line_told as
    select import, place, entry, line, booked_on, credit, pence, bank_account, code, payer, reference, said, payer_account,
           bank_reference, outcome, print, occurrence, false as previewed
      from imports_line
    union all
    select import, place, entry, line, booked_on, credit, pence, bank_account, code, payer, reference, said, payer_account,
           bank_reference, outcome, print, occurrence, true as previewed
      from imports_preview_line;

create view imports_statement_told as
    select import, number, opening, closing, pence, from_place, to_place
      from imports_statement
    union all
    select import, number, opening, closing, pence, from_place, to_place
      from imports_preview_statement;

grant select on imports_line_told, imports_statement_told to ${role};
