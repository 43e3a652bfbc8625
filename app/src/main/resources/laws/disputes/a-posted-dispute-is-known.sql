-- Every posting for a dispute belongs to one that we know, which was lost as often as it was posted.
-- cy: Mae pob postiad am anghydfod yn perthyn i un hysbys, a gollwyd mor aml ag y’i postiwyd.
select journal.id
  from ledger_journals journal
  left join disputes_dispute dispute on dispute.id::text = split_part(journal.source_id, '/', 1)
 where journal.source_kind in ('dispute', 'dispute-fee', 'dispute-charged', 'dispute-returned')
   and (dispute.id is null or split_part(journal.source_id, '/', 2)::int > dispute.turns)
