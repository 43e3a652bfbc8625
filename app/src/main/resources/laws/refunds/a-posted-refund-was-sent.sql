-- Every posting of money given back belongs to a refund, and its two people are those who asked for it and approved it.
-- cy: Mae pob postiad o arian a roddwyd yn ôl yn perthyn i ad-daliad, a’i ddau berson yw’r rhai a ofynnodd amdano ac a’i cymeradwyodd.
select journal.id
  from ledger_journals journal
  left join refunds_refund refund on refund.posted_as = split_part(journal.source_id, '/', 1)
   and refund.posted >= split_part(journal.source_id, '/', 2)::int
 where (journal.source_kind = 'refund'
        and (refund.id is null
             or journal.entered_by <> refund.asked_by
             or journal.approved_by is distinct from refund.approved_by))
    or (journal.source_kind = 'refund-returned' and refund.id is null)
