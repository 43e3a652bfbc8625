-- Which source a file came from, for rooms that look back at what came in.
create view imports_files_and_sources as select id, state, source from imports_file;
grant select on imports_files_and_sources to ${role};
