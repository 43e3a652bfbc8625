-- What failed to go out is kept, locked, until somebody sends it again or gives it up, or a month is over.
alter table messages_message
    drop constraint a_message_has_a_state,
    drop constraint a_message_is_forgotten_when_it_has_ended,
    add constraint a_message_has_a_state check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'GIVEN_UP')),
    add constraint a_message_is_forgotten_when_nothing_more_is_done
        check (case when state in ('WAITING', 'SENDING') then content is not null
                    when state in ('SENT', 'GIVEN_UP') then content is null
                    else true end);
create index on messages_message (ended_at) where state = 'FAILED';
