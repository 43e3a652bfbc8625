-- Every payment that was taken back at the counter has a further journal over the same amount, and no other has one.
-- cy: Mae gan bob taliad a wrthdrowyd wrth y cownter ddyddlyfr arall dros yr un swm, ac nid oes gan yr un arall.
select payment.id
  from counter_payment payment
  left join counter_reversal reversal on reversal.payment = payment.id
  left join ledger_postings posting on posting.source_kind = 'counter-reversal' and posting.source_id = payment.id::text
 group by payment.id, payment.state, payment.pence, reversal.payment
having (payment.state = 'REVERSED') <> (reversal.payment is not null)
    or (payment.state = 'REVERSED') <> (count(posting.id) > 0)
    or (payment.state = 'REVERSED' and sum(posting.pence) is distinct from payment.pence)
