-- A payment that its provider took back has one journal for each turn, and all of them together hold what is paid now.
-- cy: Mae gan daliad a gymerodd ei ddarparwr yn ôl un dyddlyfr am bob tro, a’r cwbl gyda’i gilydd yn dal yr hyn a dalwyd bellach.
select payment.id
  from payments_payment payment
  left join ledger_postings posting
    on posting.source_kind in ('payment', 'payment-turn')
   and split_part(posting.source_id, '/', 1) = payment.id::text
 where payment.turns > 0
 group by payment.id
having count(distinct posting.journal) <> payment.turns + 1
    or sum(case when posting.from_account like 'clearing:%' then posting.pence else -posting.pence end)
       is distinct from coalesce(payment.paid_pence, 0)
