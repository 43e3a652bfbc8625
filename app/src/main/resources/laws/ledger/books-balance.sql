-- All accounts together balance to nothing.
select sum(balance) from ledger_balances having sum(balance) <> 0
