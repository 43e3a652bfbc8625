-- Every posting moves more than nothing, and to another account.
select id from ledger_posting where pence <= 0 or from_account = to_account
