-- Samples of files are personal data, and stood in the history of descriptions in clear.
update settings_change
   set before = before - 'sample', after = after - 'sample'
 where data = 'imports_description'
   and (before ? 'sample' or after ? 'sample');
