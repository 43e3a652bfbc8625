-- Every file has its content until it is kept no longer, and all content belongs to a file.
-- cy: Mae gan bob ffeil ei chynnwys nes nad yw’n cael ei chadw mwyach, ac mae pob cynnwys yn perthyn i ffeil.
select coalesce(kept.id, content.import) as id
  from (select id, content_gone_at as gone_at
          from imports_file
         union all
        select id, gone_at
          from imports_original) kept
  full join (select distinct import from imports_content) content on content.import = kept.id
 where kept.id is null
    or (content.import is null) <> (kept.gone_at is not null)
