-- The least and the most that the provider takes in one payment at this account, where the council has written them down.
alter table providers_account
    add column least pence,
    add column most  pence,
    add constraint bounds_leave_something check (coalesce(least, 0) >= 0 and coalesce(most, 1) > 0 and coalesce(least <= most, true));
