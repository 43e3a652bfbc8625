-- Whatever a bank returned unpaid has gone out whole, each part by one further posting out of the account on which it stood, and nothing else has gone so.
-- cy: Mae popeth a ddychwelodd banc heb ei dalu wedi mynd allan yn gyfan, pob rhan drwy un postiad arall o’r cyfrif yr oedd ynddo, ac nid oes dim arall wedi mynd felly.
select back.journal, back.line
  from unpaid_return back
  left join ledger_journals journal on journal.id = back.journal
  left join ledger_postings came on came.journal = journal.id and came.line = back.line
   and came.month = journal.month and came.batch = journal.batch
 where came.pence is distinct from back.pence
    or back.pence <> (select coalesce(sum(pence), 0)
                        from unpaid_part part
                       where part.journal = back.journal
                         and part.line = back.line)
union all
select part.journal, part.line
  from unpaid_part part
  join unpaid_return back on back.journal = part.journal and back.line = part.line
  left join ledger_journals posted on posted.id = back.posted
  left join ledger_postings went on went.journal = posted.id and went.line = part.posted_line
   and went.month = posted.month and went.batch = posted.batch and went.source_kind = 'unpaid'
  left join ledger_journals stood on stood.id = coalesce(part.placed, part.journal)
  left join ledger_postings came on came.journal = stood.id and came.line = coalesce(part.placed_line, part.line)
   and came.month = stood.month and came.batch = stood.batch
 where went.id is null
    or went.pence <> part.pence
    or went.from_account is distinct from came.to_account
    or went.account_number is distinct from came.account_number
    or (part.placed is not null and came.pence is distinct from part.pence)
    or (part.placed is not null and not exists (
            select from suspense_items item
              join suspense_allocations decided on decided.item = item.id
             where item.journal = part.journal
               and item.line = part.line
               and decided.journal = part.placed))
union all
select went.journal, went.line
  from ledger_postings went
 where went.source_kind = 'unpaid'
   and not exists (select
                     from unpaid_return back
                     join unpaid_part part on part.journal = back.journal and part.line = back.line
                    where back.posted = went.journal
                      and part.posted_line = went.line)
