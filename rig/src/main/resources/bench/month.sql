-- One month of a large book, as the owner writes it: a file from the bank each day, and each fifth receipt a payment of its
-- own. 300,000 accounts in four funds; some payers have common names, most do not; about a million names in all.
-- Given: first (the month's first day), number (of the month, from 0), rows (in the month).
set synchronous_commit = off;
set maintenance_work_mem = '256MB';
select 'ledger_posting_' || to_char(date :'first', 'YYYY_MM') as part \gset
select setseed(0.5 / (:number + 1)) \g /dev/null

insert into ledger_journal (id, source_kind, source_id, month, batch, learned_at, entered_by)
select :number * 10000000::bigint + number, 'import', md5('import' || :number || ' ' || number)::uuid::text, date :'first', 0,
       date :'first' + number * interval '1 day', 'system'
  from generate_series(1, 28) number
union all
select :number * 10000000::bigint + 100 + number, 'payment', md5('payment' || :number || ' ' || number)::uuid::text, date :'first', 0,
       date :'first' + number * 28 / :rows * interval '1 day', 'system'
  from generate_series(5, :rows, 5) number;

create table :part (like ledger_posting including defaults including constraints);
insert into :part (journal, month, batch, line, pence, vat_pence, vat_rate, happened_on, from_account, to_account, fund, account_number,
       method, channel, vat_code, payer, narrative)
select case when number % 5 = 0 then :number * 10000000::bigint + 100 + number else :number * 10000000::bigint + 1 + number * 28 / (:rows + 1) end,
       date :'first', 0, number,
       case when luck < 0.2 then 500 * (1 + (luck * 400)::int) else 1000 + (luck * 25000)::int end, 0, 0,
       date :'first' + number * 28 / (:rows + 1),
       case when number % 5 = 0 then 'clearing:card' else 'bank:main' end,
       case when number % 25 = 1 then 'suspense' else 'fund:' || fund end,
       case when number % 25 = 1 then null else fund end,
       case when number % 25 = 1 then null else account end,
       case when number % 5 = 0 then 'card' else 'bank' end, case when number % 5 = 0 then 'portal' else 'bank' end, 'N',
       title || ' ' || first_name || ' ' || chr(65 + (holder * 31 + member) % 26) || ' ' || surname,
       case when number % 5 = 0 then 'Paid online' else kind || ' ' || account || ' ' || chr(65 + number % 26) || number end
  from (select number, luck, holder, member, fund,
               fund_start || lpad((holder * 37 % 1000000)::text, digits, '0') as account,
               (array['Mr', 'Mrs', 'Miss', 'Ms', 'Dr'])[1 + holder % 5] as title,
               (array['Ann', 'Ben', 'Carys', 'David', 'Elin', 'Frank', 'Grace', 'Hari', 'Iona', 'James', 'Kate', 'Liam', 'Megan', 'Nia',
                      'Owen', 'Priya', 'Rhys', 'Sara', 'Tom', 'Una', 'Victor', 'Wendy', 'Yusuf', 'Zoe', 'Alice', 'Brian', 'Chloe', 'Dylan',
                      'Emma', 'Gareth', 'Helen', 'Ivan', 'Jane', 'Karl', 'Lowri', 'Mark', 'Nadia', 'Oliver', 'Paul', 'Ruth'])[1 + (holder / 7 + member) % 40] as first_name,
               (array['Ash', 'Black', 'Card', 'Den', 'East', 'Fair', 'Green', 'Hart', 'Ing', 'Jack', 'King', 'Lang', 'Mar', 'New', 'Old',
                      'Pem', 'Quin', 'Rad', 'Sand', 'Tun', 'Up', 'Ver', 'Wal', 'Yar', 'Zel', 'Brad', 'Chest', 'Dray', 'Ever', 'Fen',
                      'Gar', 'Hol', 'Ips', 'Ken', 'Lin', 'Mor', 'Nor', 'Ox', 'Pres', 'Rush'])[1 + name % 40]
               || (array['worth', 'ton', 'ley', 'son', 'ham', 'ford', 'by', 'field', 'well', 'wood', 'man', 'er', 'ing', 'stone', 'bury',
                         'gate', 'land', 'more', 'wick', 'den', 'bourne', 'shaw', 'cote', 'dale', 'hurst'])[1 + name / 40] as surname,
               (array['STO', 'FPI', 'BGC', 'BACS'])[1 + number % 4] as kind
          from (select number, random() as luck, holder, (random() * 3)::int as member,
                       (1000 * power((holder::bigint * 7919 % 300000) / 300000.0, 2))::int % 1000 as name,
                       case when holder < 200000 then '23' when holder < 220000 then '24' when holder < 280000 then '5' else '11' end as fund,
                       case when holder < 200000 then '77' when holder < 220000 then '56' when holder < 280000 then '60' else 'BJ' end as fund_start,
                       case when holder < 220000 then 7 when holder < 280000 then 9 else 8 end as digits
                  from (select number, (random() * 299999)::int as holder from generate_series(1, :rows) number) drawn) named) told;

select regexp_replace(indexdef, 'INDEX \S+ ON ONLY \S+', 'INDEX ON ' || :'part') from pg_indexes
 where schemaname = current_schema and tablename = 'ledger_posting' \gexec
alter table :part add constraint its_month check (month = date :'first' and batch = 0);
alter table ledger_posting attach partition :part for values from (:'first', 0) to (:'first', 1);
alter table :part drop constraint its_month;
vacuum (analyze) :part;
