-- Providers that are entered by a signed form: by what they know us, the forms we have made, and what came back.
alter table providers_account
    add column merchant   text collate "C" not null default '',
    add column key_number text collate "C" not null default '',
    add column profile    text collate "C" not null default '',
    add column access_key text collate "C" not null default '',
    add column page       text not null default '';

-- A form as it was signed, so that what comes back is compared with what we asked for.
create table providers_form (
    transaction uuid primary key,
    account     text collate "C" not null references providers_account,
    reference   text collate "C" not null,
    pence       pence not null,
    begun_at    timestamptz not null,
    constraint something_is_asked_for check (pence > 0)
);
create index providers_form_of_reference on providers_form (account, reference, begun_at desc);

-- What came back, signed and about a form of ours. The browser and the provider bring the same: it is kept once.
create table providers_form_reply (
    transaction uuid not null references providers_form,
    message     text collate "C" not null,
    decision    text collate "C" not null,
    heard_at    timestamptz not null,
    constraint reply_is_heard_once primary key (transaction, message)
);

grant select, insert on providers_form, providers_form_reply to ${role};
