-- A file that was taken back has one journal that undoes all of its postings, and no other file has one.
-- cy: Mae gan ffeil a dynnwyd yn ôl un dyddlyfr sy’n dadwneud ei holl bostiadau, ac nid oes gan unrhyw ffeil arall un.
select file.id
  from imports_files file
  left join ledger_journals came on came.source_kind = 'import' and came.source_id = file.id::text
  left join ledger_journals went on went.source_kind = 'import-reversal' and went.source_id = file.id::text
 where (came.id is not null and file.state = 'REVERSED') <> (went.id is not null)
    or went.reverses is distinct from case when went.id is not null then came.id end
    or went.id is not null
       and (select count(*) from ledger_postings where journal = came.id and month = came.month and batch = came.batch)
           <> (select count(*) from ledger_postings
                where journal = went.id and month = went.month and batch = went.batch and reverses is not null)
