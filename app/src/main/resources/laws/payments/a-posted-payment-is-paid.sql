-- Every journal of a payment belongs to a payment that was paid.
-- cy: Mae pob dyddlyfr taliad yn perthyn i daliad a dalwyd.
select journal.id
  from ledger_journals journal
  left join payments_payment payment on payment.id::text = journal.source_id
 where journal.source_kind = 'payment'
   and payment.state is distinct from 'PAID'
