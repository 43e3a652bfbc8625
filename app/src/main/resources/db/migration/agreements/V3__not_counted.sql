-- How many tries of a payment ended before any card was asked: the card provider had too much to do, or did not let the council in,
-- for a whole day. They are not held against the payer.
alter table agreements_instalment
    add column uncounted int not null default 0,
    add constraint only_what_was_tried_can_be_left_out check (uncounted between 0 and tries);
grant update (uncounted) on agreements_instalment to ${role};
