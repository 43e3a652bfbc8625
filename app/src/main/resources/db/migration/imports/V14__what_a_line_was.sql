-- What rules ask of a line besides its texts, so that they can be tried on it later as they were when it came: whether it
-- is several payments in one, and the fund and VAT code that the file states.
alter table imports_line
    add column several boolean not null default false,
    add column stated_fund text not null default '',
    add column stated_vat text not null default '';
alter table imports_preview_line
    add column several boolean not null default false,
    add column stated_fund text not null default '',
    add column stated_vat text not null default '';

-- Of what came before, only those say that they are several that no rule decided.
create or replace view imports_lines as
    select import, place, entry, part, line, pence, booked_on, credit, outcome, bank_account, code, fund, account_number,
           rule, because, payer, reference, said, payer_account, several or rule = 'several' as several, stated_fund, stated_vat
      from imports_line;

-- Rooms that look back at some months go only through the pages of those, whatever the size of the rest.
create index imports_line_by_day on imports_line using brin (booked_on);
