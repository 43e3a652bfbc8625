-- What a rule has decided and with a change would leave is judged too.
alter table rehearsals_found
    drop constraint rehearsals_found_judged_check,
    add constraint what_is_judged_is_known
        check (judged in ('GAINED', 'HARMED', 'SAME', 'UNJUDGED', 'OTHERWISE', 'LEFT'));
