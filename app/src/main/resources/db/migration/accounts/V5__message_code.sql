-- The code by which the service system says that a message of the fund concerns an account.
alter table accounts_account add column message_code text not null default '';
alter table accounts_arriving add column message_code text not null default '';
create or replace view accounts_accounts as
  select fund, number, name, address, balance, stopped, stop_message, message_code from accounts_account;
