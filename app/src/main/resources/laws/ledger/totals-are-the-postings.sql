-- The folded totals are the sums of the postings they fold.
-- cy: Y cyfansymiau plygedig yw symiau’r postiadau y maent yn eu plygu.
select from_account, to_account, sum(pence)
  from (select from_account, to_account, pence::numeric from ledger_posting
        union all
        select from_account, to_account, -pence from ledger_moves) both_sides
 group by from_account, to_account
having sum(pence) <> 0
