-- A receiver may be left in peace because its secret does not open: nothing can be signed.
alter table webhooks_standing
    drop constraint webhooks_standing_paused_why_check,
    add constraint a_pause_has_a_known_reason check (paused_why in ('FAILING', 'GONE', 'SECRET', 'PERSON'));
