-- Every line of a file that is posted, settled, returned or in suspense is in the book once and with the same amount, and nothing else of the file is.
-- cy: Mae pob llinell o ffeil a bostiwyd, a setlwyd, a ddychwelwyd neu sydd yn y cyfrif crog yn y llyfr unwaith ac â’r un swm, ac nid oes dim arall o’r ffeil yno.
select coalesce(line.source_id, posting.source_id) as import, coalesce(line.place, posting.line) as line
  from (select import::text as source_id, place, pence from imports_lines where outcome in ('POSTED', 'SUSPENSE', 'SETTLED', 'RETURNED')) line
  full join (select source_id, line, pence from ledger_postings where source_kind = 'import') posting
    on posting.source_id = line.source_id
   and posting.line = line.place
 where line.pence is distinct from posting.pence
