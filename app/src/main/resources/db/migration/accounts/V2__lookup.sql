-- Looking up an account by its number, the holder's name, the address or the postcode.

-- What addresses of pages say instead of a number that belongs to a person.
create sequence accounts_account_id;
alter table accounts_account
  add column id bigint not null default nextval('accounts_account_id'),
  add constraint an_account_has_one_id unique (id);

-- Whoever looks a number up seldom knows its fund.
create index accounts_account_by_number on accounts_account (number, fund);

-- The words of a name and an address as people type them: without accents, signs and apostrophes.
create function accounts_words(name text, address text) returns tsvector
    language sql immutable parallel safe as $$
    select to_tsvector('simple', translate(name || ' ' || address,
        'àáâäãåèéêëìíîïòóôöõùúûüẁẃŵẅỳýŷÿçñÀÁÂÄÃÅÈÉÊËÌÍÎÏÒÓÔÖÕÙÚÛÜẀẂŴẄỲÝŶŸÇÑ-/.,;:&()@_+#"''’‘',
        'aaaaaaeeeeiiiiooooouuuuwwwwyyyycnaaaaaaeeeeiiiiooooouuuuwwwwyyyycn              '))
$$;
create index accounts_account_by_words on accounts_account using gin (accounts_words(name, address));

grant usage on sequence accounts_account_id to ${role};
grant execute on function accounts_words(text, text) to ${role};
