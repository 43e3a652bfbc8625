-- What a council has decided about its portal, each from a day on.
create table portal_rule (
    from_day    date primary key,
    -- A payment like one of so many hours before is asked about; none is when it is nought.
    alike_hours integer not null constraint alike_hours_are_a_month_at_most check (alike_hours between 0 and 744),
    reason      text not null,
    version     bigint not null default 1,
    retired_at  timestamptz
);
grant select, insert, update on portal_rule to ${role};
