-- Which report from Bacs a file is. Such a file has no lines: what it tells is kept where it is taken.
alter table imports_file add column report text collate "C",
    add constraint a_report_is_no_statement check (report is null or (format is null and profile is null and lines = 0));
