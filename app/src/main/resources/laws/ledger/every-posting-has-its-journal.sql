-- Every posting belongs to a journal of its own month and batch.
-- cy: Mae pob postiad yn perthyn i ddyddlyfr o’i fis a’i swp ei hun.
select posting.id
  from ledger_posting posting
  left join ledger_journal journal on journal.id = posting.journal
 where journal.id is null
    or journal.month <> posting.month
    or journal.batch <> posting.batch
