-- A file that was refused or held, or has not been read, has left nothing behind.
-- cy: Nid yw ffeil a wrthodwyd neu a ddaliwyd yn ôl, neu sydd heb ei darllen, wedi gadael dim ar ei hôl.
select distinct line.import
  from imports_line line
  left join imports_file file on file.id = line.import
 where file.id is null
    or file.state not in ('POSTED', 'REVERSED')
