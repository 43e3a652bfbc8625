-- Every refund that left stands in the book exactly once, and none that did not leave, or came back, stands there.
-- cy: Mae pob ad-daliad a adawodd yn y llyfr unwaith yn union, ac nid oes yr un na adawodd, neu a ddaeth yn ôl, yno.
select refund.id
  from refunds_refund refund
  left join lateral (
        select sum(case when posting.source_kind = 'refund' then posting.pence else -posting.pence end) as pence,
               count(distinct posting.journal) filter (where posting.source_kind = 'refund') as times
          from generate_series(1, refund.posted) as time
          join ledger_postings posting on posting.source_kind in ('refund', 'refund-returned')
           and posting.source_id = refund.posted_as || '/' || time) book on true
 where coalesce(book.pence, 0) <> case when refund.state = 'SENT' then refund.pence else 0 end
    or coalesce(book.times, 0) <> refund.posted
