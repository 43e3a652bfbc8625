-- Who pays over what they collected for the council: which files are theirs, and how their money is known at the bank. The settings
-- engine keeps the versions and who approved them.
create table schedules_party (
    code          text    collate "C" primary key,
    name          text    not null,
    method        text    collate "C" not null,
    source        text    collate "C",
    says          text    not null,
    payer_account text    collate "C" not null,
    days          bigint  not null,
    open          boolean not null,
    version       bigint  not null default 1,
    retired_at    timestamptz,
    constraint a_party_is_known_by_something check (says <> '' or payer_account <> ''),
    constraint a_party_pays_near_its_schedule check (days between 0 and 45)
);

-- Whose schedule it is, where a person said so.
create table schedules_named (
    journal  bigint not null,
    account  text collate "C" not null,
    party    text collate "C" not null,
    named_at timestamptz not null,
    named_by text not null,
    constraint a_schedule_is_of_one_party primary key (journal, account)
);

-- For which third party the system matched by itself; nothing where a person did.
alter table schedules_match add column party text collate "C";

-- A text as words with one space between and at both ends, so that one text is looked for in another by whole words.
create function schedules_words(line text) returns text
    language sql immutable as $$
    select ' ' || upper(trim(regexp_replace(line, '[^[:alnum:]]+', ' ', 'g'))) || ' '
$$;

-- The third parties that are in use.
create view schedules_parties as
    select code, name, method, source, says, payer_account, days, 'clearing:' || method as account
      from schedules_party
     where open
       and retired_at is null;

-- Whose schedules are: what a person said, or the only third party whose files come from there and are paid over so.
create view schedules_whose as
    select journal.id as journal, file.account, file.import,
           coalesce((select party.code
                       from schedules_named named
                       join schedules_parties party on party.code = named.party
                      where named.journal = journal.id
                        and named.account = file.account
                        and party.account = file.account),
                    (select min(party.code)
                       from schedules_parties party
                      where party.source = came.source
                        and party.account = file.account
                     having count(*) = 1)) as party
      from imports_collected_files file
      join imports_files_and_sources came on came.id = file.import
      join ledger_journals journal on journal.source_kind = 'import' and journal.source_id = file.import::text;

-- Whether a line of the bank is a third party's: everything that is written down of how it is known must be so.
create function schedules_is_of(party text, paid text, told text, file uuid, place int) returns boolean
    language sql stable as $$
    select exists (
        select from schedules_parties known
         where known.code = party
           and (known.says = ''
                or position(schedules_words(known.says) in schedules_words(coalesce(paid, '') || ' ' || coalesce(told, ''))) > 0)
           and (known.payer_account = ''
                or exists (select from imports_lines line
                            where line.import = file
                              and line.place = schedules_is_of.place
                              and line.payer_account = known.payer_account)))
$$;

grant select, insert, update on schedules_party, schedules_named to ${role};
grant select on schedules_parties, schedules_whose to ${role};
