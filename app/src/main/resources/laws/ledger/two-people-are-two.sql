-- Nobody approved what they entered themselves.
-- cy: Ni chymeradwyodd neb yr hyn a gofnododd ei hun.
select id from ledger_journal where approved_by = entered_by or approved_person = entered_person
