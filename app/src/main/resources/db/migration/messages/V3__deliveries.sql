-- A message's whole life: what it belongs to, until when it is worth sending, and what became of it once its carrier had it.
alter table messages_message
    drop constraint a_message_has_a_state,
    drop constraint a_message_is_forgotten_when_nothing_more_is_done,
    -- What it belongs to, such as `payment:<id>`; never who.
    add column concerns   text collate "C",
    add column language   text collate "C" not null default 'en',
    -- How often a carrier has had it in hand, counting from 1: each time it goes by another reference.
    add column round      int not null default 1,
    add column expires_at timestamptz,
    -- When its carrier took it, and when it is asked next how it stands.
    add column handed_at  timestamptz,
    add column look_at    timestamptz;

update messages_message set state = 'UNCLEAR' where state = 'WAITING' and unclear;
update messages_message set state = 'DEFERRED' where state = 'WAITING' and problem is not null;
update messages_message set handed_at = ended_at where state = 'SENT';

alter table messages_message
    add constraint a_message_has_a_state check (state in ('WAITING', 'SENDING', 'UNCLEAR', 'DEFERRED', 'SENT', 'DELIVERED',
        'FAILED', 'GIVEN_UP', 'EXPIRED', 'UNSENT')),
    add constraint a_message_is_forgotten_when_nothing_more_is_done
        check (case when state in ('WAITING', 'SENDING', 'UNCLEAR', 'DEFERRED') then content is not null
                    when state in ('DELIVERED', 'GIVEN_UP', 'EXPIRED', 'UNSENT') then content is null
                    else true end),
    add constraint only_what_a_carrier_has_is_asked_about
        check (look_at is null or state in ('SENT', 'DELIVERED') and reference is not null and handed_at is not null),
    add constraint a_message_that_was_accepted_says_when check (state not in ('SENT', 'DELIVERED') or handed_at is not null);

drop index messages_message_due_at_idx;
create index messages_to_send on messages_message (due_at) where state in ('WAITING', 'SENDING', 'UNCLEAR', 'DEFERRED');
create index messages_to_follow on messages_message (look_at) where look_at is not null;
create index messages_by_what_they_concern on messages_message (concerns, id) where concerns is not null;
create index messages_to_forget on messages_message (ended_at) where state = 'SENT' and content is not null;
