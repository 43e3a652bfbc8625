-- Systems that hand payers over as they did to the council's former income system.
create table handovers_system (
    code       text collate "C" primary key,
    name       text   not null,
    api_key    text   not null,
    secret     text   collate "C" not null,
    note       text   not null,
    version    bigint not null default 1,
    retired_at timestamptz,
    constraint secret_is_locked check (secret = '' or secret ~ '^[^:]+:[A-Za-z0-9+/]{40,}$')
);

-- What was handed over, and where its payer goes in the end.
create table handovers_handover (
    payment   uuid primary key,
    system    text    collate "C" not null references handovers_system,
    reference text    not null,
    paid      text    not null,
    cancelled text    not null,
    failed    text    not null,
    below     boolean not null,
    constraint a_reference_is_handed_over_once unique (system, reference)
);

grant select, insert, update on handovers_system to ${role};
grant select, insert on handovers_handover to ${role};
