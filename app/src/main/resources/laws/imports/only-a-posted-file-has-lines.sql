-- A file that was refused or held, or has not been read, has left nothing behind.
select distinct line.import
  from imports_line line
  left join imports_file file on file.id = line.import
 where file.id is null
    or file.state not in ('POSTED', 'REVERSED')
