-- The book. A journal is one event; its postings are what it moved, each from one account to another, so an unbalanced
-- posting cannot be written down. Journals and postings are added and read, never changed: see the grants at the end.

create sequence ledger_journal_id;
create sequence ledger_posting_id;

create table ledger_journal (
    id           bigint primary key default nextval('ledger_journal_id'),
    source_kind  text collate "C" not null,
    source_id    text collate "C" not null,
    month        date not null,
    batch        bigint not null default 0,
    learned_at   timestamptz not null,
    -- The database transaction that wrote it: all journals of finished database transactions can be told from the rest,
    -- which ascending ids cannot tell, because they commit out of order.
    entered_in   xid8 not null default pg_current_xact_id(),
    entered_by   text not null,
    approved_by  text,
    reverses     bigint references ledger_journal,
    constraint money_arrives_once unique (source_kind, source_id),
    constraint nobody_approves_their_own check (approved_by <> entered_by),
    constraint month_is_a_first check (extract(day from month) = 1)
);
create index ledger_journal_feed on ledger_journal (entered_in, id);

-- The words people search for in a payer's name or a narrative: no titles, no single letters.
create function ledger_words(payer text, narrative text) returns tsvector
    language sql immutable parallel safe as $$
    select to_tsvector('simple', regexp_replace(coalesce(payer, '') || ' ' || coalesce(narrative, ''),
        '\m(mr|mrs|ms|miss|mx|dr|rev|sir|[a-z])\M', ' ', 'gi'))
$$;

create table ledger_posting (
    id             bigint not null default nextval('ledger_posting_id'),
    journal        bigint not null,
    month          date not null,
    batch          bigint not null,
    pence          pence not null,
    vat_pence      pence not null,
    happened_on    date not null,
    line           int not null,
    vat_rate       int not null,
    from_account   text collate "C" not null,
    to_account     text collate "C" not null,
    fund           text collate "C",
    account_number text collate "C",
    method         text collate "C",
    office         text collate "C",
    channel        text collate "C",
    vat_code       text collate "C",
    reverses       bigint,
    payer          text,
    narrative      text,
    constraint something_moves check (pence > 0),
    constraint it_moves_somewhere_else check (from_account <> to_account),
    constraint vat_is_part_of_it check (vat_pence >= 0 and vat_pence <= pence and vat_rate >= 0)
) partition by range (month, batch);

-- A journal's postings all lie in its own month and batch, so this makes each line of a source post once.
create unique index posting_line_once on ledger_posting (journal, line, month, batch);
create index ledger_posting_by_account on ledger_posting (account_number, happened_on desc, id desc);
create index ledger_posting_by_day on ledger_posting (happened_on desc, id desc);
create index ledger_posting_by_amount on ledger_posting (pence, happened_on desc, id desc);
create index ledger_posting_by_words on ledger_posting using gin (ledger_words(payer, narrative));

-- Set-based, because a foreign key checked row by row makes loading three times slower.
create function ledger_postings_belong() returns trigger language plpgsql as $$
begin
    if exists (
        select from added
          left join ledger_journal journal on journal.id = added.journal
         where journal.id is null
            or journal.month <> added.month
            or journal.batch <> added.batch
    ) then
        raise exception 'A posting belongs to a journal of its own month and batch'
            using errcode = 'foreign_key_violation', constraint = 'posting_has_its_journal';
    end if;
    return null;
end
$$;
create trigger postings_belong after insert on ledger_posting
    referencing new table as added for each statement execute function ledger_postings_belong();

-- Opens the partition that postings of a month go to. Runs as the owner, because the council's role owns nothing.
create function ledger_open_month(wanted date) returns void
    language plpgsql security definer set search_path from current as $$
declare
    first date := date_trunc('month', wanted);
    name  text := 'ledger_posting_' || to_char(wanted, 'YYYY_MM');
begin
    if to_regclass(name) is null then
        execute format('create table %I partition of ledger_posting for values from (%L, 0) to (%L, 1)', name, first, first);
    end if;
exception when duplicate_table or unique_violation then
    null;
end
$$;

-- A big import is loaded into a table of its own, which becomes a partition when everything in it is proved.
create function ledger_open_batch(wanted bigint) returns text
    language plpgsql security definer set search_path from current as $$
declare
    name text := 'ledger_posting_batch_' || wanted;
    owner_journal ledger_journal;
begin
    select * into strict owner_journal from ledger_journal where id = wanted and batch = wanted;
    execute format('create table %I (like ledger_posting including defaults including constraints)', name);
    execute format('alter table %I add constraint %I check (month = %L and batch = %s and journal = %s)',
        name, name || '_only', owner_journal.month, wanted, wanted);
    execute format('grant insert on %I to ${role}', name);
    return name;
end
$$;

create function ledger_close_batch(wanted bigint, postings bigint, pence_moved numeric) returns void
    language plpgsql security definer set search_path from current set maintenance_work_mem = '256MB' as $$
declare
    name text := 'ledger_posting_batch_' || wanted;
    the_month date := (select month from ledger_journal where id = wanted and batch = wanted);
    found_postings bigint;
    found_pence numeric;
begin
    execute format('select count(*), coalesce(sum(pence), 0) from %I', name) into found_postings, found_pence;
    if found_postings <> postings or found_pence <> pence_moved then
        raise exception 'A batch of % postings and % pence arrived as % and %', postings, pence_moved, found_postings, found_pence
            using errcode = 'check_violation', constraint = 'batch_is_whole';
    end if;
    execute format('revoke insert on %I from ${role}', name);
    execute format('alter table ledger_posting attach partition %I for values from (%L, %s) to (%L, %s)',
        name, the_month, wanted, the_month, wanted + 1);
end
$$;

-- Batches of journals, sealed in the order of the book into a chain of SHA-256 hashes.
create table ledger_seal (
    number      bigint primary key check (number > 0),
    from_xid    xid8 not null,
    to_xid      xid8 not null,
    journals    bigint not null,
    postings    bigint not null,
    pence       numeric not null,
    content     bytea not null check (length(content) = 32),
    previous    bytea not null check (length(previous) = 32),
    hash        bytea not null check (length(hash) = 32),
    sealed_at   timestamptz not null,
    constraint seals_do_not_overlap check (from_xid < to_xid)
);
create unique index one_seal_follows_another on ledger_seal (from_xid);
-- What commits to the personal fields of a journal's postings without giving them away.
create table ledger_salt (
    journal bigint primary key references ledger_journal,
    salt    bytea not null check (length(salt) = 16)
);

-- Totals of all sealed postings, folded so that balances need not read them again.
create table ledger_total (
    seal         bigint not null references ledger_seal,
    happened_on  date not null,
    from_account text collate "C" not null,
    to_account   text collate "C" not null,
    fund         text collate "C" not null,
    method       text collate "C" not null,
    postings     bigint not null,
    pence        numeric not null,
    primary key (seal, happened_on, from_account, to_account, fund, method)
);
create index on ledger_total (happened_on);

create view ledger_journals as
    select id, source_kind, source_id, learned_at, entered_by, approved_by, reverses, month, batch, entered_in
      from ledger_journal;

create view ledger_postings as
    select posting.id, posting.journal, posting.line, posting.from_account, posting.to_account, posting.pence,
           posting.fund, posting.account_number, posting.method, posting.office, posting.channel,
           posting.vat_code, posting.vat_rate, posting.vat_pence, posting.happened_on, posting.reverses,
           posting.payer, posting.narrative, posting.month, posting.batch,
           journal.source_kind, journal.source_id, journal.learned_at, journal.entered_by, journal.approved_by
      from ledger_posting posting
      left join ledger_journal journal on journal.id = posting.journal;

-- Journals whose database transaction had not finished, or had not been folded, when the last seal was made.
create view ledger_tail as
    select posting.happened_on, posting.from_account, posting.to_account,
           coalesce(posting.fund, '') as fund, coalesce(posting.method, '') as method, posting.pence
      from ledger_journal journal
      join ledger_posting posting on posting.journal = journal.id
       and posting.month = journal.month and posting.batch = journal.batch
     where journal.entered_in >= coalesce((select max(to_xid) from ledger_seal), '0'::xid8);

create view ledger_moves as
    select happened_on, from_account, to_account, fund, method, postings, pence from ledger_total
    union all
    select happened_on, from_account, to_account, fund, method, count(*), sum(pence::numeric)
      from ledger_tail group by 1, 2, 3, 4, 5;

-- Debits and credits of every account; the account a posting comes from is the one debited.
create view ledger_balances as
    select account, sum(debits) as debits, sum(credits) as credits, sum(debits) - sum(credits) as balance
      from (select from_account as account, sum(pence) as debits, 0 as credits from ledger_moves group by 1
            union all
            select to_account, 0, sum(pence) from ledger_moves group by 1) sides
     group by account;

grant select, insert on ledger_journal, ledger_posting, ledger_seal, ledger_salt, ledger_total to ${role};
grant usage on sequence ledger_journal_id, ledger_posting_id to ${role};
grant select on ledger_journals, ledger_postings, ledger_tail, ledger_moves, ledger_balances to ${role};
revoke execute on function ledger_open_month(date), ledger_open_batch(bigint), ledger_close_batch(bigint, bigint, numeric) from public;
grant execute on function ledger_open_month(date), ledger_open_batch(bigint), ledger_close_batch(bigint, bigint, numeric) to ${role};
