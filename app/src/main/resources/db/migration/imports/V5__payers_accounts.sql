-- Which account the payer paid from, as the bank says, and what to find the lines by that a rule decided.
alter table imports_line add column payer_account text not null default '';
create index imports_line_by_rule on imports_line (booked_on, rule) where rule like 'rule:%';

create or replace view imports_lines as
    select import, place, entry, part, line, pence, booked_on, credit, outcome, bank_account, code, fund, account_number,
           rule, because, payer, reference, said, payer_account
      from imports_line;
