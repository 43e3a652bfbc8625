-- What is asked for is read in either language; what was kept before is in English alone.
alter table approvals_request
    add column sentence_cy text,
    add column changes_cy  jsonb;

-- What nobody has been told of yet: written down with its cause, taken away by whoever tells it, once.
create table approvals_news (
    request uuid not null references approvals_request,
    about   text collate "C" not null,
    constraint news_is_told_once primary key (request, about),
    constraint news_is_of_asking_or_of_deciding check (about in ('ASKED', 'DECIDED'))
);

-- How somebody wants to be told by e-mail, where they have said so.
create table approvals_mail (
    person uuid primary key,
    wanted text collate "C" not null,
    constraint an_email_is_wanted_in_a_language_or_not_at_all check (wanted in ('ENGLISH', 'WELSH', 'NONE'))
);

-- Who was reminded on which day of what waits for them.
create table approvals_reminder (
    person uuid not null,
    day    date not null,
    constraint nobody_is_reminded_twice_in_a_day primary key (person, day)
);
create index on approvals_reminder (day);

-- Who stands in for whom, and when: for reports.
create view approvals_stand_ins as
    select id, approver, approver_signature, approver_name, stand_in, stand_in_signature, stand_in_name, from_on, to_on,
           named_at, ended_at
      from approvals_stand_in;

grant select on approvals_stand_ins to ${role};
grant select, insert, delete on approvals_news, approvals_reminder to ${role};
grant select, insert, update on approvals_mail to ${role};
