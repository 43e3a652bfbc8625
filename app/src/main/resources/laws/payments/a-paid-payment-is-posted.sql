-- Every payment that was paid has one journal of its payment, whose postings add up to what the provider said was paid.
-- cy: Mae gan bob taliad a dalwyd un dyddlyfr o’i dalu, y daw ei bostiadau i’r hyn a dalwyd yn ôl y darparwr.
select payment.id
  from payments_payment payment
  left join ledger_postings posting on posting.source_kind = 'payment' and posting.source_id = payment.id::text
 where payment.state = 'PAID'
    or payment.turns > 0
 group by payment.id, payment.paid_pence
having count(distinct posting.journal) <> 1
    or payment.turns = 0 and sum(posting.pence) is distinct from payment.paid_pence
