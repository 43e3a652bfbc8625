-- Every posting of money given back belongs to a refund, and its two people are those who asked for it and approved it.
-- cy: Mae pob postiad o arian a roddwyd yn ôl yn perthyn i ad-daliad, a’i ddau berson yw’r rhai a ofynnodd amdano ac a’i cymeradwyodd.
select journal.id
  from ledger_journals journal
  left join refunds_refund refund on refund.id::text = split_part(journal.source_id, '/', 1)
 where (journal.source_kind = 'refund'
        and (refund.id is null
             or split_part(journal.source_id, '/', 2)::int > refund.posted
             or journal.entered_by <> refund.asked_by
             or journal.approved_by is distinct from refund.approved_by))
    or (journal.source_kind = 'refund-returned' and refund.id is null)
