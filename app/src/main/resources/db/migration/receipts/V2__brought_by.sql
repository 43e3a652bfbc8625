-- Which office brought it in, and by which method, as its posting says: whoever is limited to an office is shown what is
-- theirs without a look at the book for each item.
alter table receipts_suspense_item
    add column office text collate "C",
    add column method text collate "C";

update receipts_suspense_item item
   set office = posting.office,
       method = posting.method
  from ledger_journals journal
  join ledger_postings posting
    on posting.journal = journal.id
   and posting.month = journal.month
   and posting.batch = journal.batch
 where journal.id = item.journal
   and posting.line = item.line;

create or replace view receipts_unplaced as
    select id, journal, line, pence, happened_on, payer, narrative, reason, words, source_kind, source_id, candidates,
           office, method
      from receipts_suspense_item;
