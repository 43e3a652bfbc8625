-- An allocation takes money out of suspense and puts it into funds, nowhere else.
-- cy: Mae dyraniad yn tynnu arian o’r cyfrif crog ac yn ei roi mewn cronfeydd, ac yn unman arall.
select id
  from ledger_postings
 where source_kind = 'allocation'
   and (from_account <> 'suspense' or to_account not like 'fund:%')
