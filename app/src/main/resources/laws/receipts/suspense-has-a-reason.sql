-- Every receipt in suspense has its reason, and every reason its receipt of the same amount.
-- cy: Mae gan bob derbynneb yn y cyfrif crog ei rheswm, a phob rheswm ei dderbynneb o’r un swm.
select coalesce(posting.journal, item.journal) as journal, coalesce(posting.line, item.line) as line
  from (select journal, line, pence from ledger_postings
         where to_account = 'suspense' and reverses is null and (from_account like 'bank:%' or from_account like 'clearing:%')) posting
  full join receipts_suspense_item item on item.journal = posting.journal and item.line = posting.line
 where posting.pence is distinct from item.pence::bigint
