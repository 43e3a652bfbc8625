-- Every paid payment has one journal, whose postings add up to what the provider said was paid.
-- cy: Mae gan bob taliad a dalwyd un dyddlyfr, y daw ei bostiadau i’r hyn a dalwyd yn ôl y darparwr.
select payment.id
  from payments_payment payment
  left join ledger_postings posting on posting.source_kind = 'payment' and posting.source_id = payment.id::text
 where payment.state = 'PAID'
 group by payment.id, payment.paid_pence
having count(distinct posting.journal) <> 1 or sum(posting.pence) is distinct from payment.paid_pence
