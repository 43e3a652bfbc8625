-- Rules that were tried on what had come in, before anybody approved them: once for each set of answers.
create table rehearsals_rehearsal (
    -- A hash of all that the rule says.
    print       text collate "C" primary key,
    rule        text collate "C" not null,
    from_day    date not null,
    until_day   date not null,
    begun_at    timestamptz not null,
    -- When whoever tries it was last heard of.
    heard_at    timestamptz not null,
    lines       bigint not null,
    finished_at timestamptz,
    constraint days_are_in_order check (from_day <= until_day)
);

-- What would have been otherwise, with some lines as examples.
create table rehearsals_found (
    rehearsal text collate "C" not null references rehearsals_rehearsal,
    judged    text collate "C" not null
              check (judged in ('GAINED', 'HARMED', 'SAME', 'UNJUDGED', 'OTHERWISE')),
    lines     bigint not null check (lines >= 0),
    pence     pence  not null,
    examples  jsonb  not null,
    primary key (rehearsal, judged)
);

grant select, insert, update on rehearsals_rehearsal to ${role};
grant select, insert on rehearsals_found to ${role};
