-- Somebody may look first at what a file would lead to: such a file waits until they say that it is to be posted.
alter table imports_file add column look_first boolean not null default false;

-- What would become of a file. It is worked out by what posts files, and is in no book.
create table imports_preview (
    import      uuid primary key references imports_file,
    asked_at    timestamptz not null,
    asked_by    text not null,
    attempts    int not null default 0,
    finished_at timestamptz,
    -- What reading it now would come to.
    state       text collate "C" check (state in ('REFUSED', 'HELD', 'POSTED')),
    lines       bigint not null default 0,
    constraint a_preview_ends_with_a_state check ((finished_at is null) = (state is null))
);
create index imports_preview_waiting on imports_preview (import) where finished_at is null;

create table imports_preview_line (like imports_line including defaults including constraints, primary key (import, place));
create index imports_preview_line_alike on imports_preview_line (import, print) where print is not null;

-- All of it in figures, so that a long file is not counted again each time somebody looks.
create table imports_preview_total (
    import  uuid not null references imports_file,
    outcome text collate "C" not null,
    fund    text collate "C" not null,
    amounts bigint not null,
    pence   pence not null,
    primary key (import, outcome, fund)
);

grant select, insert, update, delete on imports_preview to ${role};
grant select, insert, delete on imports_preview_line, imports_preview_total to ${role};
