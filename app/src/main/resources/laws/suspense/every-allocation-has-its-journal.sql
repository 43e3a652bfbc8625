-- Every allocation has its journal, which moves exactly its parts, and no allocation's journal is without its allocation.
-- cy: Mae gan bob dyraniad ei ddyddlyfr, sy’n symud ei rannau yn union, ac nid oes dyddlyfr dyraniad heb ei ddyraniad.
select coalesce(decided.id, moved.id) as id
  from (select allocation.id::text as id, allocation.pence, sum(line.pence) as parts
          from suspense_allocation allocation
          left join suspense_allocation_line line on line.allocation = allocation.id
         group by allocation.id) decided
  full join (select source_id as id, sum(pence) as pence
               from ledger_postings
              where source_kind = 'allocation'
              group by source_id) moved on moved.id = decided.id
 where decided.pence is distinct from moved.pence
    or decided.pence is distinct from decided.parts
