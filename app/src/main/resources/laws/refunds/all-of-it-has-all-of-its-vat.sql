-- The VAT given back of a receipt is that of its postings, and all of it when all of the receipt was given back.
-- cy: TAW a roddwyd yn ôl o dderbynneb yw TAW ei phostiadau, a’r cyfan ohoni pan roddwyd y dderbynneb gyfan yn ôl.
select receipt.journal, receipt.line
  from refunds_receipt receipt
  left join (
        select refund.journal, posting.line,
               sum(case when posting.source_kind = 'refund' then posting.vat_pence else -posting.vat_pence end) as vat
          from refunds_refund refund
          cross join lateral generate_series(1, refund.posted) as time
          join ledger_postings posting on posting.source_kind in ('refund', 'refund-returned')
           and posting.source_id = refund.posted_as || '/' || time
         group by refund.journal, posting.line) book on book.journal = receipt.journal and book.line = receipt.line
 where receipt.vat_given <> coalesce(book.vat, 0) + receipt.vat_lost
    or (receipt.given = receipt.pence and receipt.vat_given <> receipt.vat_pence)
