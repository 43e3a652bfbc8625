-- What arrived, is no import and is kept as imports are: an archive that does not open, or a file that waits for a person.
create table imports_original (
    id         uuid primary key,
    kept_at    timestamptz not null,
    -- Since when nobody has to decide about it any more.
    decided_at timestamptz,
    gone_at    timestamptz,
    constraint what_waits_for_a_person_is_kept check (gone_at is null or decided_at is not null)
);
create index imports_originals_to_discard on imports_original (kept_at) where decided_at is not null and gone_at is null;

insert into imports_original (id, kept_at)
select distinct content.import, now()
  from imports_content content
 where not exists (select from imports_file file where file.id = content.import);

grant select, insert, update on imports_original to ${role};
