-- What the bank settled on a clearing account by itself is few among many, and is looked for by its account and day.
create index ledger_posting_settled on ledger_posting (to_account, happened_on)
 where from_account like 'bank:%' and to_account like 'clearing:%';
