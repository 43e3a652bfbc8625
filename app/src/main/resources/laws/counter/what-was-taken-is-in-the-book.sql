-- Every payment that staff took at a desk or from the post has one journal, whose postings add up to it.
-- cy: Mae gan bob taliad a dderbyniodd y staff wrth ddesg neu o’r post un dyddlyfr, y daw ei bostiadau i’r swm.
select payment.id
  from counter_payment payment
  left join ledger_postings posting on posting.source_kind = 'counter' and posting.source_id = payment.id::text
 where payment.card_payment is null
 group by payment.id, payment.state, payment.pence
having count(distinct posting.journal) <> case when payment.state in ('TAKEN', 'REVERSED') then 1 else 0 end
    or payment.state in ('TAKEN', 'REVERSED') and sum(posting.pence) is distinct from payment.pence
