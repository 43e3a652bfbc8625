-- Whatever a bank returned unpaid has one further posting over the same amount out of the same account, and nothing else has one.
-- cy: Mae gan bopeth a ddychwelodd banc heb ei dalu un postiad arall dros yr un swm allan o’r un cyfrif, ac nid oes gan ddim arall un.
select back.journal, back.line
  from unpaid_return back
  left join ledger_journals journal on journal.id = back.journal
  left join ledger_postings came on came.journal = journal.id and came.line = back.line
   and came.month = journal.month and came.batch = journal.batch
  left join ledger_journals posted on posted.id = back.posted
  left join ledger_postings went on went.journal = posted.id and went.line = back.line
   and went.month = posted.month and went.batch = posted.batch and went.source_kind = 'unpaid'
 where went.id is null
    or went.pence <> back.pence
    or came.pence is distinct from back.pence
    or went.from_account is distinct from came.to_account
union all
select went.journal, went.line
  from ledger_postings went
 where went.source_kind = 'unpaid'
   and not exists (select from unpaid_return back where back.posted = went.journal and back.line = went.line)
