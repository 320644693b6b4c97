create index case_file_state on yiban.case_file (pool, state, opened_at desc, case_number desc);
comment on index yiban.case_file_state is 'lists of cases: the open ones of a pool, the newest of a state';
