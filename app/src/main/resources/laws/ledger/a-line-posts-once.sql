-- No line of a source stands in the book twice.
-- cy: Nid yw’r un llinell o ffynhonnell yn y llyfr ddwywaith.
select journal, line from ledger_posting group by journal, line having count(*) > 1
