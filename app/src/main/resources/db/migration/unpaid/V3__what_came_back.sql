-- Which lines of receipts a bank returned, for rooms that look for what came back.
create view unpaid_returns as select journal, line, pence, posted, returned_on, entered_by, entered_at from unpaid_return;
grant select on unpaid_returns to ${role};
