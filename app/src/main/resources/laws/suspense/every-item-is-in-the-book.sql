-- Every item of suspense is a posting into suspense of the same amount, office and method, and every such posting is an item.
-- cy: Mae pob eitem yn y cyfrif crog yn bostiad iddo o’r un swm, swyddfa a dull, a phob postiad o’r fath yn eitem.
select coalesce(item.journal, posting.journal), coalesce(item.line, posting.line)
  from suspense_items item
  full join (select journal, line, pence, office, method from ledger_postings where to_account = 'suspense' and reverses is null) posting
    on posting.journal = item.journal and posting.line = item.line
 where item.pence is distinct from posting.pence
    or item.office is distinct from posting.office
    or item.method is distinct from posting.method
