-- The lines of every payment add up to its amount.
-- cy: Mae llinellau pob taliad yn dod i’w swm.
select payment.id
  from payments_payment payment
  left join payments_line line on line.payment = payment.id
 group by payment.id, payment.pence
having sum(line.pence) is distinct from payment.pence
