-- What a file is said to hold is what its lines add up to, by outcome, in number and in pence.
-- cy: Yr hyn y dywedir bod ffeil yn ei ddal yw’r hyn y daw ei llinellau iddo, fesul canlyniad, mewn nifer ac mewn ceiniogau.
select file.id
  from imports_file file
  left join (
    select import, sum(pence) as pence, count(distinct entry) as entries,
           sum(pence) filter (where outcome = 'POSTED') as posted,
           sum(pence) filter (where outcome = 'SUSPENSE') as suspense,
           sum(pence) filter (where outcome = 'SETTLED') as settled,
           sum(pence) filter (where outcome = 'RETURNED') as returned,
           sum(pence) filter (where outcome = 'IGNORED') as ignored
      from imports_line
     group by import) lines on lines.import = file.id
 where file.state = 'POSTED'
   and (file.lines <> file.credits + file.debits
     or file.lines <> file.posted + file.suspense + file.settled + file.returned + file.ignored
     or file.lines <> coalesce(lines.entries, 0)
     or file.credit_pence + file.debit_pence <> coalesce(lines.pence, 0)
     or file.posted_pence <> coalesce(lines.posted, 0)
     or file.suspense_pence <> coalesce(lines.suspense, 0)
     or file.settled_pence <> coalesce(lines.settled, 0)
     or file.returned_pence <> coalesce(lines.returned, 0)
     or file.ignored_pence <> coalesce(lines.ignored, 0))
