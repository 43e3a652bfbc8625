-- Tries of one address run off with time, so a count is no whole number any more.
alter table people_try alter column tries type double precision;

-- What is left of so many tries at another instant, when one of them runs off in every so many seconds. Two clocks may
-- differ: nothing is added when the instant is the earlier one.
create function people_still_counted(tries double precision, last_at timestamptz, at timestamptz, runs_off double precision)
returns double precision
language sql immutable parallel safe
return greatest(0, tries - greatest(0, extract(epoch from at - last_at)) / runs_off);
