-- Files that ought to come, and what people and the system said about those that did not.
create table expected_file (
    code       text collate "C" primary key,
    name       text not null,
    source     text collate "C" not null,
    pattern    text collate "C" not null,
    days       text not null,
    comes      text collate "C" not null,
    due_by     time,
    grace      bigint,
    holidays   text collate "C" not null,
    numbered   boolean not null,
    told       text not null,
    starts_on  date,
    ends_on    date,
    version    bigint not null default 1,
    retired_at timestamptz
);

-- Days on which banks are closed besides those of the law, such as for a coronation.
create table expected_extra_holiday (
    day        date primary key,
    name       text not null,
    version    bigint not null default 1,
    retired_at timestamptz
);

-- Why the file of a day will not come, as somebody wrote it down, once.
create table expected_reason (
    expected   text collate "C" not null,
    day        date not null,
    reason     text not null,
    written_by text not null,
    written_at timestamptz not null,
    constraint a_reason_is_written_down_once primary key (expected, day)
);

-- Which files those who look after files were told of: that one is missing, and that it came after all, each once.
create table expected_told (
    expected  text collate "C" not null,
    day       date not null,
    missed_at timestamptz not null,
    came_at   timestamptz,
    constraint a_missing_file_is_told_of_once primary key (expected, day)
);
create index expected_told_waiting on expected_told (day) where came_at is null;

grant select, insert, update on expected_file, expected_extra_holiday, expected_told to ${role};
grant select, insert on expected_reason to ${role};
