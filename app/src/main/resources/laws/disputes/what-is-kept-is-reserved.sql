-- What is kept and lost of each receipt for disputes is what the disputes say.
-- cy: Yr hyn a gedwir ac a gollir o bob derbynneb ar gyfer anghydfodau yw’r hyn y mae’r anghydfodau yn ei ddweud.
select coalesce(claim.journal, part.journal) as journal, coalesce(claim.line, part.line) as line
  from refunds_claims claim
  full join (
        select journal, line, sum(claimed) as claimed, sum(lost) as lost, sum(vat_lost) as vat_lost
          from disputes_line
         where claimed > 0
         group by journal, line) part on part.journal = claim.journal and part.line = claim.line
 where (claim.claimed, claim.lost, claim.vat_lost) is distinct from (part.claimed, part.lost, part.vat_lost)
