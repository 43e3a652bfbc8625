-- E-mails on their way out: written down with their cause, sent after it was committed.
create table messages_message (
    id         uuid primary key,
    -- What it is about, such as `people.forgotten`; never who.
    about      text collate "C" not null,
    -- Recipient and text, locked; forgotten once nothing more will be done with them.
    content    text,
    state      text collate "C" not null default 'WAITING',
    attempts   int not null default 0,
    -- Whether the provider may have taken it without our hearing so: then it is asked before it is handed over again.
    unclear    boolean not null default false,
    made_at    timestamptz not null,
    due_at     timestamptz not null,
    claimed_at timestamptz,
    ended_at   timestamptz,
    reference  text,
    problem    text,
    constraint a_message_has_a_state check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    constraint a_message_is_forgotten_when_it_has_ended check ((content is null) = (state in ('SENT', 'FAILED')))
);
create index on messages_message (due_at) where state in ('WAITING', 'SENDING');

grant select, insert, update on messages_message to ${role};
