-- A posting that reverses another moves the same amount back between the same accounts, once.
-- cy: Mae postiad sy’n gwrthdroi un arall yn symud yr un swm yn ôl rhwng yr un cyfrifon, unwaith.
select undo.id
  from ledger_posting undo
  join ledger_posting done on done.id = undo.reverses
 where undo.from_account <> done.to_account
    or undo.to_account <> done.from_account
    or undo.pence <> done.pence
union all
select min(id) from ledger_posting where reverses is not null group by reverses having count(*) > 1
