-- A line of the bank that paid a schedule is in the book, from the bank onto the schedule's account.
-- cy: Mae llinell o’r banc a dalodd amserlen yn y llyfr, o’r banc i gyfrif yr amserlen.
select settled.match || ' ' || settled.journal || '-' || settled.line as line
  from schedules_settled settled
  join schedules_match match on match.id = settled.match
  left join ledger_journals journal on journal.id = settled.journal
  left join ledger_postings posting on posting.journal = journal.id and posting.month = journal.month
   and posting.batch = journal.batch and posting.line = settled.line
 where (posting.pence, posting.to_account) is distinct from (settled.pence, match.account)
    or posting.from_account not like 'bank:%'
