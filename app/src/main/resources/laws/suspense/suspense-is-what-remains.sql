-- The balance of suspense in the book is what came in less what was placed, given back, matched with schedules, or paid out by the bank and not explained.
-- cy: Balans y cyfrif crog yn y llyfr yw’r hyn a ddaeth i mewn llai’r hyn a ddyrannwyd, a roddwyd yn ôl, a barwyd ag amserlenni, neu a dalodd y banc allan heb ei egluro.
select book.pence, items.pence, went.pence
  from (select coalesce(sum(balance), 0) as pence from ledger_balances where account = 'suspense') book,
       (select coalesce(sum(remaining + given_back + settled), 0) as pence from suspense_items) items,
       (select coalesce(sum(case when from_account = 'suspense' then pence else -pence end), 0) as pence
          from ledger_postings
         where (from_account = 'suspense' and source_kind <> 'allocation')
            or (to_account = 'suspense' and reverses is not null)) went
 where book.pence + items.pence - went.pence <> 0
