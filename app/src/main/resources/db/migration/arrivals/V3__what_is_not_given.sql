-- How often its place did not give a file, and until when somebody is trying to take what is in quarantine.
alter table arrivals_file
    add column failures    integer not null default 0,
    add column tried_until timestamptz;
