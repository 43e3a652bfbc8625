-- The balance of suspense in the book is what remains on its items, less what the bank paid out and nobody has explained.
-- cy: Balans y cyfrif crog yn y llyfr yw’r hyn sy’n weddill ar ei eitemau, llai’r hyn a dalodd y banc allan ac nad oes neb wedi’i egluro.
select book.pence, items.pence, paid_out.pence
  from (select coalesce(sum(balance), 0) as pence from ledger_balances where account = 'suspense') book,
       (select coalesce(sum(remaining), 0) as pence from suspense_items) items,
       (select coalesce(sum(pence), 0) as pence
          from ledger_postings
         where from_account = 'suspense'
           and source_kind <> 'allocation') paid_out
 where book.pence + items.pence - paid_out.pence <> 0
