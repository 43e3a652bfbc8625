-- What is counted as taken from an item of suspense is the sum of its allocations, and never more than came in.
-- cy: Yr hyn a gyfrifir fel wedi’i gymryd o eitem yn y cyfrif crog yw cyfanswm ei dyraniadau, a byth fwy nag a ddaeth i mewn.
select item.id
  from suspense_item item
  left join suspense_items shown on shown.id = item.id
  left join (select item, sum(pence) as pence from suspense_allocation group by item) decided on decided.item = item.id
 where shown.id is null
    or item.pence <> shown.pence
    or shown.remaining < 0
    or item.allocated <> coalesce(decided.pence, 0)
