-- Posted files of money that others collected, and by which accounts it comes.
create view imports_collected_files as
    select distinct import, bank_account as account
      from imports_day
     where bank_account like 'clearing:%';
grant select on imports_collected_files to ${role};
