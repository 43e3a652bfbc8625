-- What another system handed over is a payment.
-- cy: Taliad yw’r hyn a drosglwyddodd system arall.
select handover.payment
  from handovers_handover handover
  left join payments payment on payment.id = handover.payment
 where payment.id is null
