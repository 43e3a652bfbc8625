-- Every paid payment has one journal, whose postings add up to what the provider said was paid.
select payment.id
  from payments_payment payment
  left join ledger_postings posting on posting.source_kind = 'payment' and posting.source_id = payment.id::text
 where payment.state = 'PAID'
 group by payment.id, payment.paid_pence
having count(distinct posting.journal) <> 1 or sum(posting.pence) is distinct from payment.paid_pence
