-- Nobody is told of money given back that has not left, and of what could not be collected only what is out of the book.
-- cy: Ni ddywedir wrth neb am arian a roddwyd yn ôl nad yw wedi gadael, ac am yr hyn na ellid ei gasglu dim ond yr hyn sydd allan o’r llyfr.
select fact.id
  from notifications_fact fact
 where fact.outcome = 'TOLD'
   and not exists (
        select from ledger_journals journal
         where journal.source_kind = case fact.kind when 'REFUNDED' then 'refund'
                                                    when 'REFUND_RETURNED' then 'refund-returned'
                                                    else 'payment-turn' end
           and journal.source_id like fact.subject || '/%')
