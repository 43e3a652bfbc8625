-- The balance of suspense in the book is what remains on all its items.
select book.pence, items.pence
  from (select coalesce(sum(balance), 0) as pence from ledger_balances where account = 'suspense') book,
       (select coalesce(sum(remaining), 0) as pence from suspense_items) items
 where book.pence + items.pence <> 0
