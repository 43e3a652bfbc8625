-- Files as they arrived, and what became of every line of them.

create table imports_file (
    id             uuid primary key,
    fingerprint    bytea not null check (length(fingerprint) = 32),
    file_name      text not null,
    kind           text collate "C" not null,
    bytes          bigint not null,
    received_at    timestamptz not null,
    received_by    text not null,
    state          text collate "C" not null default 'RECEIVED'
                   check (state in ('RECEIVED', 'READING', 'REFUSED', 'HELD', 'POSTED', 'REVERSED')),
    -- How often somebody has begun to read it: more than once only when a reader died.
    attempts       int not null default 0,
    format         text collate "C",
    lines          bigint not null default 0,
    credits        bigint not null default 0,
    credit_pence   pence not null default 0,
    debits         bigint not null default 0,
    debit_pence    pence not null default 0,
    posted         bigint not null default 0,
    posted_pence   pence not null default 0,
    suspense       bigint not null default 0,
    suspense_pence pence not null default 0,
    settled        bigint not null default 0,
    settled_pence  pence not null default 0,
    returned       bigint not null default 0,
    returned_pence pence not null default 0,
    ignored        bigint not null default 0,
    ignored_pence  pence not null default 0,
    problems       bigint not null default 0,
    finished_at    timestamptz,
    constraint same_bytes_arrive_once unique (fingerprint)
);
create index imports_file_waiting on imports_file (id) where state in ('RECEIVED', 'READING');

-- The file itself, compressed, cut into parts. No foreign key: the parts are there before it is known whether the file is new.
create table imports_content (
    import uuid not null,
    part   int not null,
    bytes  bytea not null,
    primary key (import, part)
);

-- Written from another connection than the one that reads the file, so that it can be seen while that one is at work.
create table imports_progress (
    import     uuid primary key,
    lines      bigint not null,
    posted     bigint not null,
    suspense   bigint not null,
    bytes_read bigint not null,
    started_at timestamptz not null,
    updated_at timestamptz not null
);

create table imports_check (
    import   uuid not null references imports_file,
    number   int not null,
    "check"  text not null,
    expected text not null,
    actual   text not null,
    holds    boolean not null,
    policy   text collate "C" not null check (policy in ('BLOCK', 'WARN')),
    primary key (import, number)
);

create table imports_problem (
    import  uuid not null references imports_file,
    number  int not null,
    line    bigint not null,
    "column" int,
    value   text,
    problem text not null,
    primary key (import, number)
);

-- Our accounts at banks, and what the book calls them after `bank:`.
create table imports_bank_account (
    identifier text collate "C" primary key,
    name       text collate "C" not null,
    constraint a_bank_account_has_a_name_of_its_own unique (name)
);

-- One row for each amount: an entry, or each of its parts when they are stated and add up.
create table imports_line (
    import         uuid not null,
    place          int not null,
    entry          int not null,
    part           int not null,
    line           bigint not null,
    pence          pence not null check (pence >= 0),
    booked_on      date not null,
    credit         boolean not null,
    outcome        text collate "C" not null check (outcome in ('POSTED', 'SETTLED', 'RETURNED', 'IGNORED', 'SUSPENSE')),
    occurrence     int,
    -- A hash of everything that the bank says about the entry, on the row of its first amount.
    print          uuid,
    bank_account   text collate "C" not null,
    code           text collate "C" not null,
    fund           text collate "C",
    account_number text collate "C",
    rule           text collate "C" not null,
    because        text not null,
    payer          text not null,
    reference      text not null,
    said           text not null,
    primary key (import, place),
    check ((print is null) = (occurrence is null))
);
-- Two payments alike in everything are told apart by their number within one file. An entry that an earlier file brought
-- keeps a print of its own instead, so that it takes nothing from the earlier one.
create unique index statement_line_arrives_once on imports_line (booked_on, print, occurrence) where print is not null;
create index imports_line_by_outcome on imports_line (import, outcome, place) where outcome <> 'POSTED';

-- The days of which a file brought lines, so that a later file is compared only where both may hold the same.
create table imports_day (
    bank_account text collate "C" not null,
    booked_on    date not null,
    import       uuid not null references imports_file,
    lines        bigint not null,
    primary key (bank_account, booked_on, import)
);

create view imports_files as
    select id, file_name, kind, bytes, received_at, received_by, state, format, lines, credits, credit_pence, debits, debit_pence,
           posted, posted_pence, suspense, suspense_pence, settled, settled_pence, returned, returned_pence,
           ignored, ignored_pence, problems, finished_at
      from imports_file;
create view imports_lines as
    select import, place, entry, part, line, pence, booked_on, credit, outcome, bank_account, code, fund, account_number,
           rule, because, payer, reference, said
      from imports_line;
create view imports_bank_accounts as select identifier, name from imports_bank_account;

grant select, insert, update on imports_file, imports_progress to ${role};
grant select, insert on imports_content, imports_check, imports_problem, imports_line, imports_day, imports_bank_account to ${role};
-- What was found is found anew when a file is read again.
grant delete on imports_check, imports_problem to ${role};
grant select on imports_files, imports_lines, imports_bank_accounts to ${role};
