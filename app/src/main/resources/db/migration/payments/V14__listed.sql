-- Until when what was paid at a provider's account has been listed and followed: after a stop the listing goes on from there.
create table payments_listed (
    provider text primary key,
    until    timestamptz not null
);

grant select, insert, update on payments_listed to ${role};
