-- The least that one payment on the portal may come to; nothing while the council has not decided any.
alter table portal_rule
    add column least pence,
    add constraint least_is_more_than_nothing check (least > 0);
