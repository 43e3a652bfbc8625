-- By which methods files of agents brought money that others collected.
create view imports_collected as
    select distinct bank_account as account
      from imports_day
     where bank_account like 'clearing:%';
grant select on imports_collected to ${role};
