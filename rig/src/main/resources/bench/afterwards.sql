-- What the regular work does with a book that has grown: account numbers are gathered, tables are looked over.
insert into reporting_account select distinct account_number from ledger_posting where account_number is not null;
update reporting_mark set up_to = pg_snapshot_xmin(pg_current_snapshot());
vacuum (analyze) ledger_journal;
vacuum (analyze) reporting_account;
checkpoint;
