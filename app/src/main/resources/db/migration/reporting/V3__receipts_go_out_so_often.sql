-- A receipt goes out by e-mail a few times, for whoever typed an address wrong, and not without end.
alter table reporting_receipt_sent
    add column number integer;

update reporting_receipt_sent sent
   set number = counted.number
  from (select key, row_number() over (partition by journal, line order by sent_at, key) as number
          from reporting_receipt_sent) counted
 where counted.key = sent.key;

alter table reporting_receipt_sent
    alter column number set not null,
    add constraint a_receipt_goes_out_one_by_one unique (journal, line, number);
