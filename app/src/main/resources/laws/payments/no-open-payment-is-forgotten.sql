-- Every payment whose end is not known will be looked at again, and its times are in order.
select id
  from payments_payment
 where (state in ('CREATED', 'STARTED', 'UNKNOWN') and next_look_at is null)
    or asked_at < created_at
    or closed_at < created_at
    or expires_at <= created_at
