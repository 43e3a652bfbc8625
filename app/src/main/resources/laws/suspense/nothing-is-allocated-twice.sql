-- What is counted as placed of an item of suspense is the sum of its allocations; with what is given back or matched it is never more than came in.
-- cy: Yr hyn a gyfrifir fel wedi’i ddyrannu o eitem yn y cyfrif crog yw cyfanswm ei dyraniadau; gyda’r hyn a roddir yn ôl nid yw byth yn fwy nag a ddaeth i mewn.
select item.id
  from suspense_item item
  left join suspense_items shown on shown.id = item.id
  left join (select item, sum(pence) as pence from suspense_allocation group by item) decided on decided.item = item.id
 where shown.id is null
    or item.pence <> shown.pence
    or shown.remaining < 0
    or item.allocated <> coalesce(decided.pence, 0)
