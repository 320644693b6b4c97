-- An explanation is two to four kilobytes: kept as it is, it costs less than compressing it or moving it elsewhere.
alter table yiban.decision_record set (toast_tuple_target = 8160);
