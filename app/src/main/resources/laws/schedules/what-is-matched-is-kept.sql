-- A match that stands holds its schedules and all of its credits; what no match holds is counted nowhere.
-- cy: Mae paru sy’n sefyll yn dal ei amserlenni a’i holl gredydau; ni chyfrifir yn unman yr hyn nad oes paru yn ei ddal.
select match.id::text as id
  from schedules_match match
  join schedules_paid paid on paid.match = match.id
  left join schedules_claim claim on claim.journal = paid.journal and claim.match = match.id and claim.account = match.account
 where (match.undone_at is null) <> (claim.journal is not null)
union all
select item.id::text
  from suspense_items item
  left join (select credit.item, sum(credit.pence) as pence
               from schedules_credit credit
               join schedules_match match on match.id = credit.match and match.undone_at is null
              group by credit.item) held on held.item = item.id
 where item.settled <> coalesce(held.pence, 0)
