-- Every posting moves more than nothing, and to another account.
-- cy: Mae pob postiad yn symud mwy na dim, ac i gyfrif arall.
select id from ledger_posting where pence <= 0 or from_account = to_account
