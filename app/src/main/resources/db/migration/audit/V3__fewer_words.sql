-- What has no more to say than its subject is found by its subject, and need not be in the index of words: most of all the
-- payments that programs send, each with an id nobody else has.
drop index audit_event_by_words;
create index audit_event_by_words on audit_event using gin (audit_words(subject, detail, changes))
    with (fastupdate = off)
 where detail <> '' or changes is not null;
