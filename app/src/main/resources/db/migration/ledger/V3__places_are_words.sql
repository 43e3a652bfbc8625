-- Office and method are words of a posting as the fund is, so that what few bring in by them is found without reading the
-- book. They begin with two and three equals signs.
drop index ledger_posting_by_words;
drop function ledger_words(text, text, text);
create function ledger_words(fund text, office text, method text, payer text, narrative text) returns tsvector
    language sql immutable parallel safe as $$
    select to_tsvector('simple', regexp_replace(coalesce(payer, '') || ' ' || coalesce(narrative, ''),
               '\m(mr|mrs|ms|miss|mx|dr|rev|sir|[a-z])\M', ' ', 'gi'))
           || array_to_tsvector(array_remove(array['=' || fund, '==' || office, '===' || method], null))
$$;
create index ledger_posting_by_words on ledger_posting using gin (ledger_words(fund, office, method, payer, narrative));
