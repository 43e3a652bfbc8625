-- Every file has its content, and all content belongs to a file.
-- cy: Mae gan bob ffeil ei chynnwys, ac mae pob cynnwys yn perthyn i ffeil.
select file.id
  from imports_file file
  full join (select distinct import from imports_content) content on content.import = file.id
 where file.id is null
    or content.import is null
