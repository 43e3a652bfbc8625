-- What an item of suspense counts as given back is what the refunds and disputes of it hold, or what a bank returned of it unpaid.
-- cy: Yr hyn y mae eitem yn y cyfrif crog yn ei gyfrif fel a roddir yn ôl yw’r hyn y mae ei had-daliadau a’i hanghydfodau yn ei ddal, neu’r hyn a ddychwelodd banc ohoni heb ei dalu.
select item.id
  from suspense_items item
  left join refunds_receipt receipt on receipt.journal = item.journal and receipt.line = item.line
  left join (select split_part(source_id, '/', 1)::bigint as journal, line, sum(pence) as pence
               from ledger_postings
              where source_kind = 'unpaid'
                and from_account = 'suspense'
              group by 1, 2) unpaid on unpaid.journal = item.journal and unpaid.line = item.line
 where item.given_back <> coalesce(case when receipt.taken_back then coalesce(unpaid.pence, 0) else receipt.reserved end, 0)
