-- All accounts together balance to nothing.
-- cy: Mae’r holl gyfrifon gyda’i gilydd yn cydbwyso i ddim.
select sum(balance) from ledger_balances having sum(balance) <> 0
