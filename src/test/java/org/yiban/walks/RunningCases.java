package org.yiban.walks;

import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What goes on of cases, and of what goes on beside them, but for supervision, which holds up nothing. */
@Component
@Lazy
class RunningCases {

    private final JdbcClient jdbc;

    RunningCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The owners of processes that still go on. */
    List<String> owners(Collection<String> numbers) {
        return jdbc.sql("""
            select distinct business_key_ from act_ru_execution
            where split_part(business_key_, '/', 1) = any (?) and parent_id_ is null
            and business_key_ not like '%/supervision' order by 1
            """)
                .param(numbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The open tasks. */
    List<OpenTask> tasks(Collection<String> numbers) {
        return jdbc.sql("""
            select t.id_, t.task_def_key_, e.business_key_ from act_ru_task t
            join act_ru_execution e on e.id_ = t.proc_inst_id_
            where split_part(e.business_key_, '/', 1) = any (?) and e.business_key_ not like '%/supervision'
            order by 1
            """)
                .param(numbers.toArray(String[]::new))
                .query((row, i) -> {
                    String owner = row.getString(3);
                    return new OpenTask(row.getString(1), row.getString(2), owner, owner.substring(2, 8));
                })
                .list();
    }

    /** The timers that have not rung. */
    List<String> timers(Collection<String> numbers) {
        return timersOf(numbers, "%");
    }

    /** Those of an activity. */
    List<String> timersOf(Collection<String> numbers, String activity) {
        return jdbc.sql("""
            select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            join act_ru_jobdef d on d.id_ = j.job_def_id_
            where j.type_ = 'timer' and split_part(e.business_key_, '/', 1) = any (?) and d.act_id_ like ?
            order by 1
            """)
                .params(numbers.toArray(String[]::new), activity)
                .query(String.class)
                .list();
    }
}
