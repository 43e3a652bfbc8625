-- How long the examples of lines are kept on which rules were tried.
alter table imports_keeping
    drop constraint imports_keeping_code_check,
    add constraint what_is_kept_is_known check (code in ('FILES', 'TRIED'));
