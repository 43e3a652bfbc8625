-- What one person asked and another decided. Who asked, what for and until when it waits is never changed; a decision is
-- made once.
create table approvals_request (
    id                uuid primary key,
    kind              text collate "C" not null,
    subject           text collate "C" not null,
    sentence          text not null,
    payload           jsonb not null,
    -- What the approver is shown: [{"what": …, "before": …, "after": …}, …]
    changes           jsonb not null,
    pence             pence,
    -- People by their ids: an e-mail address may change hands, a person's id never does. A program has no such id and so
    -- cannot ask.
    asked_by          uuid not null,
    asked_signature   text not null,
    asked_name        text not null,
    asked_at          timestamptz not null,
    lapses_at         timestamptz not null,
    state             text collate "C" not null default 'ASKED',
    decided_by        uuid,
    decided_signature text,
    decided_name      text,
    decided_at        timestamptz,
    instead_of        uuid,
    instead_signature text,
    instead_name      text,
    reason            text,
    constraint a_request_is_in_one_of_its_states
        check (state in ('ASKED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'STALE')),
    constraint nobody_decides_what_they_asked_for
        check (state not in ('APPROVED', 'DECLINED', 'STALE') or (decided_by is not null and decided_by <> asked_by)),
    constraint only_who_asked_withdraws
        check (state <> 'WITHDRAWN' or (decided_by is not null and decided_by = asked_by)),
    constraint nobody_stands_in_for_who_asked
        check (instead_of is null or (instead_of <> asked_by and instead_of <> decided_by)),
    constraint a_decision_has_its_moment
        check ((state = 'ASKED') = (decided_at is null)),
    constraint a_refusal_has_its_reason
        check (state not in ('DECLINED', 'STALE') or reason is not null)
);
create index approvals_open on approvals_request (kind, asked_at, id) where state = 'ASKED';
create index approvals_lapsing on approvals_request (lapses_at) where state = 'ASKED';
create index approvals_by_asker on approvals_request (asked_by, asked_at desc, id desc);
create index approvals_by_decision on approvals_request (decided_at desc, id desc) where decided_at is not null;
create index approvals_by_subject on approvals_request (kind, subject, asked_at desc);

-- The guarded updates say so too; this keeps it true whoever writes.
create function approvals_stays_decided() returns trigger language plpgsql as $$
begin
    raise exception 'A decided request stays as it was decided'
        using errcode = 'check_violation', constraint = 'a_request_is_decided_once';
end
$$;
create trigger a_request_is_decided_once before update on approvals_request
    for each row when (old.state <> 'ASKED') execute function approvals_stays_decided();

-- Who approves in somebody's place, and when.
create table approvals_stand_in (
    id                 uuid primary key,
    approver           uuid not null,
    approver_signature text not null,
    approver_name      text not null,
    stand_in           uuid not null,
    stand_in_signature text not null,
    stand_in_name      text not null,
    from_on            date not null,
    to_on              date not null,
    named_at           timestamptz not null,
    ended_at           timestamptz,
    constraint nobody_stands_in_for_themselves check (approver <> stand_in),
    constraint standing_in_begins_before_it_ends check (from_on <= to_on),
    constraint standing_in_is_for_a_quarter_at_most check (to_on - from_on <= 92)
);
create index approvals_stand_in_by_person on approvals_stand_in (stand_in, to_on) where ended_at is null;
create index approvals_stand_in_by_approver on approvals_stand_in (approver, to_on);

-- How much of a kind goes without a second person, where the council has said so.
create table approvals_limit (
    kind          text collate "C" primary key,
    each_pence    pence not null check (each_pence >= 0),
    by_one_pence  pence not null check (by_one_pence >= 0),
    for_one_pence pence not null check (for_one_pence >= 0),
    days          int not null check (days between 1 and 366),
    version       int not null default 1
);

-- What went without a second person.
create sequence approvals_allowance_id;
create table approvals_allowance (
    id         bigint primary key default nextval('approvals_allowance_id'),
    kind       text collate "C" not null,
    subject    text collate "C" not null,
    asker      text collate "C" not null,
    signature  text not null,
    pence      pence not null check (pence > 0),
    allowed_at timestamptz not null
);
create index approvals_allowance_by_asker on approvals_allowance (kind, asker, allowed_at);
create index approvals_allowance_by_subject on approvals_allowance (kind, subject, allowed_at);

-- Whoever lets an amount go counts here first, so that two at once do so one after the other.
create table approvals_counter (
    kind    text collate "C" not null,
    counted text collate "C" not null,
    times   bigint not null,
    primary key (kind, counted)
);

create view approvals_requests as
    select id, kind, subject, sentence, pence, asked_by, asked_signature, asked_name, asked_at, state,
           decided_by, decided_signature, decided_name, decided_at, instead_of, instead_name, reason
      from approvals_request;

grant select, insert on approvals_request, approvals_stand_in, approvals_allowance to ${role};
grant update (state, decided_by, decided_signature, decided_name, decided_at, instead_of, instead_signature,
              instead_name, reason) on approvals_request to ${role};
grant update (ended_at) on approvals_stand_in to ${role};
grant select, insert, update on approvals_limit, approvals_counter to ${role};
grant usage on sequence approvals_allowance_id to ${role};
grant select on approvals_requests to ${role};
