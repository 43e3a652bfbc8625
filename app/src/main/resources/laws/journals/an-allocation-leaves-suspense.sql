-- An allocation takes money out of suspense and puts it into funds, nowhere else.
select id
  from ledger_postings
 where source_kind = 'allocation'
   and (from_account <> 'suspense' or to_account not like 'fund:%')
