-- Every posting belongs to a journal of its own month and batch.
select posting.id
  from ledger_posting posting
  left join ledger_journal journal on journal.id = posting.journal
 where journal.id is null
    or journal.month <> posting.month
    or journal.batch <> posting.batch
