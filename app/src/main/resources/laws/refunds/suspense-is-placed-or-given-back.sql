-- What an item of suspense counts as given back is what the refunds and disputes of it hold.
-- cy: Yr hyn y mae eitem yn y cyfrif crog yn ei gyfrif fel a roddir yn ôl yw’r hyn y mae ei had-daliadau a’i hanghydfodau yn ei ddal.
select item.id
  from suspense_items item
  left join refunds_receipt receipt on receipt.journal = item.journal and receipt.line = item.line
 where item.given_back <> coalesce(case when receipt.taken_back then 0 else receipt.reserved end, 0)
