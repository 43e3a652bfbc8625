-- Of every dispute exactly what is lost is out of the book, with its fee, and of one that is not lost nothing.
-- cy: O bob anghydfod mae’r union swm a gollwyd allan o’r llyfr, gyda’i ffi, ac o un na chollwyd nid oes dim.
select dispute.id
  from disputes_dispute dispute
  left join (
        select split_part(posting.source_id, '/', 1) as dispute,
               sum(case when posting.to_account like 'clearing:%' or posting.to_account like 'bank:%' then posting.pence
                        when posting.from_account like 'clearing:%' or posting.from_account like 'bank:%' then -posting.pence
                        else 0 end) as out,
               sum(case when posting.from_account = 'fees' then posting.pence when posting.to_account = 'fees' then -posting.pence
                        else 0 end) as fee,
               sum(case when posting.from_account = 'disputes' then posting.pence when posting.to_account = 'disputes' then -posting.pence
                        else 0 end) as unplaced
          from ledger_postings posting
         where posting.source_kind in ('dispute', 'dispute-fee', 'dispute-charged', 'dispute-returned')
         group by 1) book on book.dispute = dispute.id::text
 where coalesce(book.out, 0) <> dispute.lost_pence + dispute.lost_fee_pence
    or coalesce(book.fee, 0) <> dispute.lost_fee_pence
    or coalesce(book.unplaced, 0) <> dispute.unplaced_pence
    or (dispute.lost_pence <> dispute.pence and dispute.lost_pence > 0)
