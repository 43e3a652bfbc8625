-- Every journal has at least one posting.
-- cy: Mae gan bob dyddlyfr o leiaf un postiad.
select journal.id
  from ledger_journal journal
 where not exists (select from ledger_posting posting
                    where posting.journal = journal.id and posting.month = journal.month and posting.batch = journal.batch)
