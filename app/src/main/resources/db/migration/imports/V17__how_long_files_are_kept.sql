-- How long files are kept as they came; their facts, their lines and their prints stay.
create table imports_keeping (
    code       text   collate "C" primary key check (code = 'FILES'),
    months     bigint not null check (months between 12 and 600),
    note       text   not null,
    version    bigint not null default 1,
    retired_at timestamptz
);
alter table imports_file add column content_gone_at timestamptz;
create index imports_file_with_content on imports_file (received_at) where content_gone_at is null;

grant select, insert, update on imports_keeping to ${role};
grant delete on imports_content to ${role};
