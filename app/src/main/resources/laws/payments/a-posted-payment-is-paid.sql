-- Every journal of a payment belongs to a payment that was paid, and every journal of a turn to a payment that took it.
-- cy: Mae pob dyddlyfr taliad yn perthyn i daliad a dalwyd, a phob dyddlyfr tro yn perthyn i daliad a’i cymerodd.
select journal.id
  from ledger_journals journal
  left join payments_payment payment on payment.id::text = split_part(journal.source_id, '/', 1)
 where journal.source_kind = 'payment'
   and (payment.id is null or payment.state <> 'PAID' and payment.turns = 0)
    or journal.source_kind = 'payment-turn'
   and (payment.id is null or payment.turns < split_part(journal.source_id, '/', 2)::int)
