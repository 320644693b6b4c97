-- Which open cases were computed by another calendar: asked every other second, answered without looking at the others.
create index case_clock_computed_by on yiban.case_clock (computed_by, case_number) where stopped_on is null;
