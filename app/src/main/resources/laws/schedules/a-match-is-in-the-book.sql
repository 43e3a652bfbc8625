-- What a match took out of suspense is in the book once, on the account of its schedules; when it was undone, the other way once as well.
-- cy: Mae’r hyn a gymerodd paru o’r cyfrif crog yn y llyfr unwaith, ar gyfrif ei amserlenni; pan gafodd ei ddadwneud, unwaith y ffordd arall hefyd.
select coalesce(known.id::text, book.id) as id
  from (select match.id, match.account, match.undone_at, sum(credit.pence) as pence
          from schedules_match match
          join schedules_credit credit on credit.match = match.id
         group by match.id) known
  full join (select source_id as id,
                    sum(pence) filter (where source_kind = 'schedule' and from_account = 'suspense') as pence,
                    sum(pence) filter (where source_kind = 'schedule-undone' and to_account = 'suspense') as undone,
                    count(*) filter (where (source_kind = 'schedule' and from_account <> 'suspense')
                                        or (source_kind = 'schedule-undone' and to_account <> 'suspense')) as strange,
                    min(case when source_kind = 'schedule' then to_account else from_account end) as account
               from ledger_postings
              where source_kind in ('schedule', 'schedule-undone')
              group by source_id) book on book.id = known.id::text
 where known.pence is distinct from book.pence
    or known.account is distinct from book.account
    or book.strange is distinct from 0
    or case when known.undone_at is null then null else known.pence end is distinct from book.undone
