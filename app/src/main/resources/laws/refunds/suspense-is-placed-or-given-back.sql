-- What an item of suspense counts as given back is what the refunds and disputes of it hold, or what a bank returned of it unpaid, or what left with its file.
-- cy: Yr hyn y mae eitem yn y cyfrif crog yn ei gyfrif fel a roddir yn ôl yw’r hyn y mae ei had-daliadau a’i hanghydfodau yn ei ddal, neu’r hyn a ddychwelodd banc ohoni heb ei dalu, neu’r hyn a aeth yn ôl gyda’i ffeil.
select item.id
  from suspense_items item
  left join refunds_receipt receipt on receipt.journal = item.journal and receipt.line = item.line
  left join (select split_part(source_id, '/', 1)::bigint as journal, line, sum(pence) as pence
               from ledger_postings
              where source_kind = 'unpaid'
                and from_account = 'suspense'
              group by 1, 2
              union all
              select undo.reverses, posting.line, posting.pence
                from ledger_journals undo
                join ledger_postings posting on posting.journal = undo.id
                 and posting.month = undo.month and posting.batch = undo.batch
               where undo.source_kind = 'import-reversal'
                 and posting.from_account = 'suspense') unpaid on unpaid.journal = item.journal and unpaid.line = item.line
 where item.given_back <> coalesce(case when receipt.taken_back then coalesce(unpaid.pence, 0) else receipt.reserved end, 0)
