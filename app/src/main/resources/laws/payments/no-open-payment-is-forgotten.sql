-- Every payment whose end is not known will be looked at again, and its times are in order.
-- cy: Edrychir eto ar bob taliad nad yw ei ddiwedd yn hysbys, ac mae ei amserau mewn trefn.
select id
  from payments_payment
 where (state in ('CREATED', 'STARTED', 'UNKNOWN') and next_look_at is null)
    or asked_at < created_at
    or closed_at < created_at
    or expires_at <= created_at
