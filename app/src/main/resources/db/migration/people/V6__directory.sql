-- Whom the council's own directory means by a subject. The first time somebody is known by their e-mail address, from
-- then on by their subject alone.
create table people_identity (
    issuer    text collate "C" not null,
    subject   text collate "C" not null,
    person    uuid not null references people_person,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    constraint a_person_has_one_identity_in_a_directory unique (issuer, person)
);

-- Which group of the directory has which role. Two people decide it, as they decide a grant.
create table people_group_role (
    id          uuid primary key,
    -- As the directory says it at signing in: a name, or an id.
    member_of   text collate "C" not null,
    name        text not null,
    role        text collate "C" not null references people_role,
    funds       text[] not null default '{}',
    offices     text[] not null default '{}',
    methods     text[] not null default '{}',
    asked_by    text not null,
    approved_by text not null,
    -- In whose place the second one agreed.
    instead_of  text,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    ended_by    text,
    constraint nobody_gives_a_group_a_role_alone check (approved_by <> asked_by),
    constraint whoever_ends_it_for_a_group_is_named check ((ended_at is null) = (ended_by is null))
);
create unique index a_group_has_a_role_once on people_group_role (member_of, role, funds, offices, methods)
    where ended_at is null;

-- A grant that a group gives is taken at signing in, and goes with the group.
alter table people_grant
    add column group_role uuid references people_group_role,
    add constraint only_a_group_gives_without_two_people check ((granted_by = 'directory') = (group_role is not null));
create unique index a_group_gives_a_role_once on people_grant (person, group_role) where ended_at is null;

grant select, insert, delete on people_identity to ${role};
grant select, insert on people_group_role to ${role};
grant update (ended_at, ended_by) on people_group_role to ${role};
