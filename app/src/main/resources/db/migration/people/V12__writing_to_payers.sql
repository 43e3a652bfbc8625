-- Writing to payers again: who of those that came with the system does it.
insert into people_role_permission (role, permission)
values
    ('systems-administrator', 'WRITE_TO_PAYERS'),
    ('income-officer', 'WRITE_TO_PAYERS'),
    ('income-manager', 'WRITE_TO_PAYERS'),
    ('contact-centre-agent', 'WRITE_TO_PAYERS');
