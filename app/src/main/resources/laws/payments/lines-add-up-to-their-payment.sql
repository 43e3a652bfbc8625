-- The lines of every payment add up to its amount.
select payment.id
  from payments_payment payment
  left join payments_line line on line.payment = payment.id
 group by payment.id, payment.pence
having sum(line.pence) is distinct from payment.pence
