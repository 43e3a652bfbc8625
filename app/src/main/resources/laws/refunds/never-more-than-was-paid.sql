-- Of no receipt is more given back, or promised back, than was paid; and what is counted as such is what the refunds say.
-- cy: Ni roddir yn ôl, ac ni addewir rhoi yn ôl, fwy nag a dalwyd o unrhyw dderbynneb; a’r hyn a gyfrifir felly yw’r hyn y mae’r ad-daliadau yn ei ddweud.
select receipt.journal, receipt.line
  from refunds_receipt receipt
  join ledger_journals journal on journal.id = receipt.journal
  join ledger_postings posting on posting.journal = journal.id and posting.line = receipt.line
   and posting.month = journal.month and posting.batch = journal.batch
  left join (
        select refund.journal, part.line,
               sum(part.pence) filter (where refund.state not in ('PROPOSED', 'REPLACED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'GIVEN_UP')) as held,
               sum(part.pence) filter (where refund.state = 'SENT') as sent
          from refunds_refund refund
          join refunds_line part on part.refund = refund.id
         group by refund.journal, part.line) said on said.journal = receipt.journal and said.line = receipt.line
 where receipt.reserved > posting.pence
    or receipt.pence <> posting.pence
    or receipt.reserved <> coalesce(said.held, 0) + case when receipt.taken_back then receipt.pence else 0 end + receipt.claimed
    or receipt.given <> coalesce(said.sent, 0) + receipt.lost
