-- At most one fund in use is the suspense fund.
-- cy: Un gronfa mewn defnydd ar y mwyaf sy’n gyfrif crog.
select code
  from catalogue_funds
 where suspense and retired_at is null
   and (select count(*) from catalogue_funds where suspense and retired_at is null) > 1
