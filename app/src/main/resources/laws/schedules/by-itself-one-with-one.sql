-- What the system matched by itself is one schedule and one credit of the bank.
-- cy: Un amserlen ac un credyd banc yw’r hyn a barodd y system ohoni’i hun.
select match.id::text as id
  from schedules_match match
 where match.party is not null
   and ((select count(*) from schedules_paid paid where paid.match = match.id) <> 1
        or (select count(*) from schedules_credit credit where credit.match = match.id)
         + (select count(*) from schedules_settled settled where settled.match = match.id) <> 1)
