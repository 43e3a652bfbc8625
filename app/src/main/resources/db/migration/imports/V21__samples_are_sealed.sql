-- A sample is what payers wrote: from here on it is sealed. What was kept in clear is not kept.
update imports_description set sample = '';
