-- Shared by all councils: who they are, and the queue of jobs.
create table platform.council (
    id          text collate "C" primary key,
    name        text not null,
    host        text unique,
    demo        boolean not null default false,
    opened_at   timestamptz not null default now()
);

-- The job queue, in the shape its library expects.
create table platform.scheduled_task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index on platform.scheduled_task (execution_time);
create index on platform.scheduled_task (last_heartbeat);
create index on platform.scheduled_task (priority desc, execution_time asc);

grant usage on schema platform to ims_door;
grant select on platform.council to ims_door;
grant select, insert, update, delete on platform.scheduled_task to ims_door;
