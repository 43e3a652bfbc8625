-- How often the provider of an account has been asked lately, by all instances together. Tokens come into being one after the other,
-- each at its moment, and are there for a little while: kept is the moment of the last one that was taken.
create table providers_pace (
    account    text collate "C" not null references providers_account,
    -- Of what begins or changes something providers take less than of what only looks.
    changes    boolean not null,
    last_token timestamptz not null,
    constraint a_bucket_for_each primary key (account, changes)
) with (fillfactor = 50);

grant select, insert, update on providers_pace to ${role};
