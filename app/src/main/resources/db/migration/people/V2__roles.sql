-- Roles are data: sets of permissions that the council names for its jobs. A grant gives one person one role, for a
-- time and perhaps only for some funds, offices and methods of payment.
create table people_role (
    code        text collate "C" primary key,
    name        text not null,
    name_cy     text not null,
    sentence    text not null,
    sentence_cy text not null,
    -- What came with the system stays as it is; councils add roles of their own.
    built_in    boolean not null default false,
    version     bigint not null default 1,
    retired_at  timestamptz,
    constraint a_role_has_a_plain_code check (code ~ '^[a-z][a-z0-9-]{1,39}$')
);
create unique index one_role_has_one_name on people_role (lower(name));

create table people_role_permission (
    role       text collate "C" not null references people_role,
    permission text collate "C" not null,
    primary key (role, permission)
);

create table people_grant (
    id          uuid primary key,
    person      uuid not null references people_person,
    role        text collate "C" not null references people_role,
    -- None of a kind means all of that kind.
    funds       text[] not null default '{}',
    offices     text[] not null default '{}',
    methods     text[] not null default '{}',
    from_day    date not null,
    until_day   date,
    granted_by  text not null,
    approved_by text,
    granted_at  timestamptz not null,
    ended_at    timestamptz,
    ended_by    text,
    constraint nobody_approves_their_own_grant check (approved_by <> granted_by),
    constraint nobody_grants_alone check (approved_by is not null or granted_by in ('system', 'directory')),
    constraint a_grant_does_not_end_before_it_begins check (until_day >= from_day),
    constraint whoever_ends_a_grant_is_named check ((ended_at is null) = (ended_by is null))
);
create index on people_grant (person) where ended_at is null;
create index on people_grant (role) where ended_at is null;

insert into people_role (code, name, name_cy, sentence, sentence_cy, built_in) values
    ('systems-administrator', 'Systems administrator', 'Gweinyddwr systemau',
     'Looks after settings, people and programs, and moves no money.',
     'Yn gofalu am osodiadau, pobl a rhaglenni, ac nid yw’n symud arian.', true),
    ('income-officer', 'Income officer', 'Swyddog incwm',
     'Takes in files, clears suspense, moves money between accounts and loads account holders.',
     'Yn derbyn ffeiliau, yn clirio arian crog, yn symud arian rhwng cyfrifon ac yn llwytho deiliaid cyfrifon.', true),
    ('income-manager', 'Income manager', 'Rheolwr incwm',
     'Approves what colleagues ask for and helps to clear suspense.',
     'Yn cymeradwyo’r hyn y mae cydweithwyr yn gofyn amdano ac yn helpu i glirio arian crog.', true),
    ('cashier', 'Cashier', 'Ariannwr',
     'Takes payments at the counter and finds receipts.',
     'Yn derbyn taliadau wrth y cownter ac yn dod o hyd i dderbynebau.', true),
    ('service-colleague', 'Service colleague', 'Cydweithiwr gwasanaeth',
     'Sees for their service what was paid and who owes what.',
     'Yn gweld ar ran eu gwasanaeth beth a dalwyd a phwy sydd mewn dyled.', true),
    ('auditor', 'Auditor', 'Archwilydd',
     'Sees everything that happened and who did it, and changes nothing.',
     'Yn gweld popeth a ddigwyddodd a phwy a’i gwnaeth, heb newid dim.', true),
    ('contact-centre-agent', 'Contact centre agent', 'Asiant canolfan gyswllt',
     'Takes payments by telephone and finds past ones.',
     'Yn derbyn taliadau dros y ffôn ac yn dod o hyd i rai blaenorol.', true),
    ('control-accountant', 'Control accountant', 'Cyfrifydd rheoli',
     'Proves that the bank, the files and the books agree.',
     'Yn profi bod y banc, y ffeiliau a’r llyfrau’n cytuno.', true),
    ('recovery-officer', 'Recovery officer', 'Swyddog adennill',
     'Looks before a reminder goes out whether the money is here already.',
     'Yn edrych cyn anfon nodyn atgoffa a yw’r arian yma eisoes.', true),
    ('systems-integrator', 'Systems integrator', 'Integreiddiwr systemau',
     'Hands in files and loads account holders when an interface has to be helped along.',
     'Yn cyflwyno ffeiliau ac yn llwytho deiliaid cyfrifon pan fydd angen cymorth ar ryngwyneb.', true);

insert into people_role_permission (role, permission)
select role, unnest(string_to_array(permissions, ' '))
  from (values
    ('systems-administrator', 'SEE_RECEIPTS SEE_IMPORTS SEE_SUSPENSE SEE_BOOKS SEE_ACCOUNTS SEE_SETTINGS CHANGE_SETTINGS SEE_AUDIT SEE_PEOPLE MANAGE_PEOPLE MANAGE_ROLES MANAGE_KEYS APPROVE_ACCESS'),
    ('income-officer', 'SEE_RECEIPTS SEE_IMPORTS TAKE_IN_FILES SEE_SUSPENSE ALLOCATE_SUSPENSE TAKE_PAYMENTS MOVE_MONEY SEE_BOOKS SEE_ACCOUNTS LOAD_ACCOUNTS SEE_SETTINGS APPROVE_ACCESS'),
    ('income-manager', 'SEE_RECEIPTS SEE_IMPORTS SEE_SUSPENSE ALLOCATE_SUSPENSE APPROVE SEE_BOOKS SEE_ACCOUNTS SEE_SETTINGS SEE_PEOPLE APPROVE_ACCESS'),
    ('cashier', 'SEE_RECEIPTS TAKE_PAYMENTS SEE_ACCOUNTS'),
    ('service-colleague', 'SEE_RECEIPTS SEE_ACCOUNTS'),
    ('auditor', 'SEE_RECEIPTS SEE_IMPORTS SEE_SUSPENSE SEE_BOOKS SEE_ACCOUNTS SEE_SETTINGS SEE_AUDIT SEE_PEOPLE'),
    ('contact-centre-agent', 'SEE_RECEIPTS TAKE_PAYMENTS SEE_ACCOUNTS'),
    ('control-accountant', 'SEE_RECEIPTS SEE_IMPORTS SEE_SUSPENSE SEE_BOOKS SEE_ACCOUNTS SEE_SETTINGS'),
    ('recovery-officer', 'SEE_RECEIPTS SEE_SUSPENSE SEE_ACCOUNTS'),
    ('systems-integrator', 'SEE_IMPORTS TAKE_IN_FILES SEE_ACCOUNTS LOAD_ACCOUNTS SEE_SETTINGS')
  ) as seeded (role, permissions);

-- Whoever had one of the earlier roles keeps it, as a grant.
insert into people_grant (id, person, role, from_day, granted_by, granted_at)
select gen_random_uuid(), person.id, now_called.code, (now() at time zone 'Europe/London')::date, 'system', now()
  from people_person person
  join (values ('ADMINISTRATOR', 'systems-administrator'), ('FINANCE', 'income-officer'), ('APPROVER', 'income-manager'),
               ('CASHIER', 'cashier'), ('SERVICE', 'service-colleague'), ('AUDITOR', 'auditor')) as now_called (was, code)
    on now_called.was = person.role;
alter table people_person drop column role;

-- A key is limited as a grant is, and a colleague agrees to it before it opens anything.
alter table people_api_key
    add column funds        text[] not null default '{}',
    add column offices      text[] not null default '{}',
    add column methods      text[] not null default '{}',
    add column until_day    date,
    add column created_by   text not null default 'system',
    add column created_at   timestamptz not null default now(),
    add column approved_by  text,
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add constraint nobody_approves_their_own_key check (approved_by <> created_by),
    add constraint no_key_opens_on_one_persons_word
        check (not active or approved_by is not null or created_by = 'system');

-- What a grant or a key is limited to, one set of limits on each line: funds|offices|methods, each with commas between.
-- Nothing in a place means all of that kind; no line at all means nothing.
create function people_limits(scope text) returns table (funds text[], offices text[], methods text[])
    language sql immutable parallel safe as $$
    select string_to_array(nullif(split_part(line, '|', 1), ''), ','),
           string_to_array(nullif(split_part(line, '|', 2), ''), ','),
           string_to_array(nullif(split_part(line, '|', 3), ''), ',')
      from string_to_table(nullif(scope, ''), E'\n') as line
$$;

grant select, insert on people_role, people_role_permission, people_grant to ${role};
grant update on people_role to ${role};
grant delete on people_role_permission to ${role};
grant update (ended_at, ended_by) on people_grant to ${role};
