-- Two who decide are two people, whatever addresses they signed with. Until now an address stayed with its person for good,
-- so it says who each of them was.
alter table people_grant
    add column granted_person  uuid references people_person,
    add column approved_person uuid references people_person;
update people_grant
   set granted_person = (select id from people_person where email = granted_by),
       approved_person = (select id from people_person where email = approved_by)
 where approved_by is not null;
alter table people_grant
    drop constraint nobody_approves_their_own_grant,
    add constraint nobody_approves_their_own_grant check (approved_person <> granted_person and approved_by <> granted_by),
    drop constraint nobody_grants_alone,
    add constraint nobody_grants_alone check (
        granted_by in ('system', 'directory')
        or approved_by is not null and granted_person is not null and approved_person is not null),
    add constraint nobody_decides_what_they_receive check (person <> granted_person and person <> approved_person);

alter table people_api_key
    add column created_person  uuid references people_person,
    add column approved_person uuid references people_person;
update people_api_key
   set created_person = (select id from people_person where email = created_by),
       approved_person = (select id from people_person where email = approved_by)
 where created_by <> 'system';
alter table people_api_key
    drop constraint nobody_approves_their_own_key,
    add constraint nobody_approves_their_own_key check (approved_person <> created_person and approved_by <> created_by),
    drop constraint no_key_opens_on_one_persons_word,
    add constraint no_key_opens_on_one_persons_word check (
        not active
        or created_by = 'system'
        or approved_by is not null and created_person is not null and approved_person is not null);

alter table people_group_role
    add column asked_person    uuid references people_person,
    add column approved_person uuid references people_person,
    add column instead_person  uuid references people_person;
update people_group_role
   set asked_person = (select id from people_person where email = asked_by),
       approved_person = (select id from people_person where email = approved_by),
       instead_person = (select id from people_person where email = instead_of);
alter table people_group_role
    alter column asked_person set not null,
    alter column approved_person set not null,
    drop constraint nobody_gives_a_group_a_role_alone,
    add constraint nobody_gives_a_group_a_role_alone check (
        approved_person <> asked_person and approved_by <> asked_by and instead_person is distinct from asked_person);
