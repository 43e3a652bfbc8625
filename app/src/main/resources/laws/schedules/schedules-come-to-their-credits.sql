-- The schedules of a match come to what its credits come to, and both to what was matched.
-- cy: Mae amserlenni paru yn dod i’r un swm â’i gredydau, a’r ddau i’r hyn a barwyd.
select match.id
  from schedules_match match
 where match.pence is distinct from (select sum(pence) from schedules_paid where schedules_paid.match = match.id)
    or match.pence is distinct from (
       select sum(came.pence)
         from (select pence from schedules_credit where schedules_credit.match = match.id
               union all
               select pence from schedules_settled where schedules_settled.match = match.id) came)
