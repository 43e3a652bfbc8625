-- The fund stands in the index of amounts, so that amounts within a fund are told apart before the book itself is read: what
-- is rare among thousands of about the same amount was found by reading all of them.
drop index ledger_posting_by_amount;
create index ledger_posting_by_amount on ledger_posting (pence, happened_on desc, id desc, fund);
