-- Nobody approved what they entered themselves.
select id from ledger_journal where approved_by = entered_by
