-- What a rule put straight onto the account of schedules pays those of the match that holds it, in full, and of no other.
-- cy: Mae’r hyn a roddodd rheol yn syth ar gyfrif amserlenni yn talu rhai’r paru sy’n ei ddal, yn llawn, a rhai’r un paru arall.
select match.id::text || ' ' || settled.journal || ' ' || settled.line as id
  from schedules_settled settled
  join schedules_match match on match.id = settled.match
  left join schedules_settled_claim claim
    on claim.journal = settled.journal and claim.line = settled.line and claim.match = match.id
  left join ledger_journals journal on journal.id = settled.journal
  left join ledger_postings posting
    on posting.journal = journal.id and posting.month = journal.month and posting.batch = journal.batch
   and posting.line = settled.line
 where (match.undone_at is null) <> (claim.journal is not null)
    or posting.pence is distinct from settled.pence
    or posting.to_account is distinct from match.account
    or posting.from_account not like 'bank:%'
    or match.undone_at is null and exists (
        select from ledger_postings undo where undo.pence = posting.pence and undo.reverses = posting.id)
union all
select claim.match::text || ' ' || claim.journal || ' ' || claim.line
  from schedules_settled_claim claim
  left join schedules_settled settled
    on settled.match = claim.match and settled.journal = claim.journal and settled.line = claim.line
 where claim.match is not null
   and settled.match is null
