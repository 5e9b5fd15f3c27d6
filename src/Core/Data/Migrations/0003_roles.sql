insert into asp_net_roles (id, name, normalized_name, concurrency_stamp) values
    ('4d6f5a3e-0c6b-4f0e-9c1e-5f1d7a4f0001', 'learner', 'LEARNER', '1'),
    ('4d6f5a3e-0c6b-4f0e-9c1e-5f1d7a4f0002', 'instructor', 'INSTRUCTOR', '1'),
    ('4d6f5a3e-0c6b-4f0e-9c1e-5f1d7a4f0003', 'admin', 'ADMIN', '1')
on conflict do nothing;
