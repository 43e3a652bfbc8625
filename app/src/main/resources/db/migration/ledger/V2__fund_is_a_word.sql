-- The fund is one of the words of a posting, so that a name within a fund, or a fund that few pay into, is found without
-- reading every posting of the name, or of the book. No word of a text begins with an equals sign.
drop index ledger_posting_by_words;
drop function ledger_words(text, text);
create function ledger_words(fund text, payer text, narrative text) returns tsvector
    language sql immutable parallel safe as $$
    select to_tsvector('simple', regexp_replace(coalesce(payer, '') || ' ' || coalesce(narrative, ''),
               '\m(mr|mrs|ms|miss|mx|dr|rev|sir|[a-z])\M', ' ', 'gi'))
           || case when fund is null then ''::tsvector else array_to_tsvector(array['=' || fund]) end
$$;
create index ledger_posting_by_words on ledger_posting using gin (ledger_words(fund, payer, narrative));
