-- Account numbers that stand in the book, each once, so that a part of one can be looked up among thousands and not
-- among millions. Filled from finished journals; see reporting_mark for how far.
create table reporting_account (
    account_number text collate "C" primary key
);

create table reporting_mark (
    one   boolean primary key default true check (one),
    -- All journals of database transactions before this one have been looked at.
    up_to xid8 not null
);
insert into reporting_mark (up_to) values ('0');

-- The library of trigrams belongs to the database as a whole; it may be there already, in whatever schema.
do $$
declare
    home name;
begin
    create extension if not exists pg_trgm schema public;
    select nspname into strict home
      from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
     where extname = 'pg_trgm';
    execute format('create index reporting_account_parts on reporting_account using gin (account_number %I.gin_trgm_ops)', home);
end
$$;

-- When the laws of the books were last looked at, and what was found.
create sequence reporting_proof_id;
create table reporting_proof (
    id         bigint primary key default nextval('reporting_proof_id'),
    checked_at timestamptz not null,
    laws       int not null,
    broken     int not null check (broken between 0 and laws),
    -- The last seal that there was; 0 for none.
    seal       bigint not null
);

create table reporting_law (
    proof      bigint not null references reporting_proof,
    law        text not null,
    sentence   text not null,
    violations bigint not null,
    primary key (proof, law)
);

grant select, insert on reporting_account, reporting_proof, reporting_law to ${role};
grant select, update on reporting_mark to ${role};
grant usage on sequence reporting_proof_id to ${role};
