-- What stays where it is and is written down otherwise is judged too.
alter table rehearsals_found
    drop constraint what_is_judged_is_known,
    add constraint what_is_judged_is_known
        check (judged in ('GAINED', 'HARMED', 'SAME', 'UNJUDGED', 'OTHERWISE', 'REWRITTEN', 'LEFT'));
-- What payers wrote goes when the council keeps it no longer; how many lines they were stays.
grant update (examples) on rehearsals_found to ${role};
create index rehearsals_rehearsal_by_beginning on rehearsals_rehearsal (begun_at);
