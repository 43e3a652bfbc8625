-- The fee that a provider kept of a payment of ours is in the book, and no fee is there that no provider kept.
-- cy: Mae’r ffi a gadwodd darparwr o daliad i ni yn y llyfr, ac nid oes ffi yno na chadwodd unrhyw ddarparwr.
select coalesce(paid.provider || '/' || paid.number, book.source_id) as fee
  from (select provider, number, fee from settlements_row where kind = 'PAYMENT' and payment is not null and fee <> 0) paid
  full join (
        select source_id,
               sum(case when to_account like 'clearing:%' or to_account like 'bank:%' then pence else -pence end) as fee
          from ledger_postings
         where source_kind = 'provider-fee'
         group by source_id) book on book.source_id = paid.provider || '/' || paid.number
 where paid.fee is distinct from book.fee
