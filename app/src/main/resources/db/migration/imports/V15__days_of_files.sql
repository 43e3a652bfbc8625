-- Which days a file is about, whatever became of it: the days of its lines, and where it has none the days that it states.
create table imports_file_day (
    day    date   not null,
    import uuid   not null references imports_file,
    lines  bigint not null,
    primary key (import, day)
);
create index imports_file_day_by_day on imports_file_day (day, import);

insert into imports_file_day (day, import, lines)
select booked_on, import, sum(lines)
  from imports_day
 group by booked_on, import;

-- Files of known sources, for rooms that ask what came. What a person ended, or what was taken back, did not come.
create view imports_files_that_came as
    select id, source, file_name, state, received_at, lines, credit_pence
      from imports_file
     where source is not null
       and ended_at is null
       and state <> 'REVERSED';
create view imports_days_of_files as select day, import, lines from imports_file_day;
create view imports_senders as
    select code, name, contact, due_by, on_monday, on_tuesday, on_wednesday, on_thursday, on_friday, on_saturday, on_sunday
      from imports_source
     where open
       and retired_at is null;

grant select, insert, delete on imports_file_day to ${role};
grant select on imports_files_that_came, imports_days_of_files, imports_senders to ${role};
