-- Cheques and Direct Debits that a bank returned unpaid: who of those that came with the system writes that down.
insert into people_role_permission (role, permission)
values
    ('income-officer', 'RECORD_UNPAID'),
    ('income-manager', 'RECORD_UNPAID'),
    ('control-accountant', 'RECORD_UNPAID');
