-- No line of a source stands in the book twice.
select journal, line from ledger_posting group by journal, line having count(*) > 1
