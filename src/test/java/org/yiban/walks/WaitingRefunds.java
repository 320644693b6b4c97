package org.yiban.walks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of refunds on a walk waits: tasks, timers, batches and collections. */
@Component
@Lazy
class WaitingRefunds {

    private final TaskService tasks;
    private final JdbcClient jdbc;

    WaitingRefunds(TaskService tasks, JdbcClient jdbc) {
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    List<WalkedCase> open(List<WalkedCase> cases) {
        List<String> open =
                texts(cases, "select case_number from yiban.case_file where state = 'OPEN' and case_number = any (?)");
        return cases.stream().filter(each -> open.contains(each.number())).toList();
    }

    List<OpenTask> openTasks(List<WalkedCase> cases) {
        List<OpenTask> open = new ArrayList<>();
        for (WalkedCase each : cases) {
            addTasks(open, each.number(), each.pool());
            addTasks(open, each.number() + "/referral", each.pool());
        }
        for (Batch batch : batches(cases)) {
            addTasks(open, batch.number(), batch.pool());
        }
        return open;
    }

    private void addTasks(List<OpenTask> open, String owner, String pool) {
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(owner).list()) {
            open.add(new OpenTask(task.getId(), task.getTaskDefinitionKey(), owner, pool));
        }
    }

    List<String> timers(List<WalkedCase> cases) {
        return texts(cases, """
                select distinct j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where j.type_ = 'timer' and (e.business_key_ = any (?) or e.business_key_ in (
                    select l.batch from yiban.payment_batch_line l join yiban.payment_order o on o.id = l.order_id
                    where o.case_number = any (?)))
                order by 1
                """);
    }

    List<Batch> handedOver(List<WalkedCase> cases) {
        return left(cases).stream().filter(batch -> !batch.connected()).toList();
    }

    List<Batch> left(List<WalkedCase> cases) {
        return batches(cases).stream()
                .filter(batch -> batch.state().equals("LEFT"))
                .toList();
    }

    List<Batch> batches(List<WalkedCase> cases) {
        return jdbc.sql("""
                        select distinct b.number, b.pool, b.state, coalesce(b.connected, false)
                        from yiban.payment_batch b join yiban.payment_batch_line l on l.batch = b.number
                        join yiban.payment_order o on o.id = l.order_id where o.case_number = any (?) order by 1
                        """)
                .param(numbers(cases))
                .query((row, i) -> new Batch(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
    }

    List<Rest> rests(List<WalkedCase> cases) {
        return jdbc.sql("""
                        select order_key, pool, amount from yiban.collection_order
                        where case_number = any (?) and state = 'OPEN' order by id
                        """)
                .param(numbers(cases))
                .query((row, i) -> new Rest(row.getString(1), row.getString(2), row.getBigDecimal(3)))
                .list();
    }

    /** Where a case stands: the steps of its process and what became of its money, for who has to find out why. */
    List<String> standing(WalkedCase walked) {
        return texts(List.of(walked), """
                select e.act_id_ from act_ru_execution e join act_ru_execution r on r.id_ = e.root_proc_inst_id_
                where r.business_key_ = any (?) and e.act_id_ is not null
                union all select concat_ws(' ', order_key, state, batch) from yiban.payment_order o left join (
                    select l.order_id, string_agg(b.number || ' ' || b.state, ', ') batch
                    from yiban.payment_batch_line l join yiban.payment_batch b on b.number = l.batch group by 1
                ) b on b.order_id = o.id where case_number = any (?)
                union all select concat_ws(' ', order_key, state) from yiban.collection_order where case_number = any (?)
                """);
    }

    /** One column of a query that asks for the numbers of the cases wherever it has a place to fill. */
    private List<String> texts(List<WalkedCase> cases, String query) {
        var asked = jdbc.sql(query);
        for (int i = 0; i < query.chars().filter(each -> each == '?').count(); i++) {
            asked = asked.param(numbers(cases));
        }
        return asked.query(String.class).list();
    }

    private static String[] numbers(List<WalkedCase> cases) {
        return cases.stream().map(WalkedCase::number).toArray(String[]::new);
    }

    /** A batch in which money of the refunds is. */
    record Batch(String number, String pool, String state, boolean connected) {}

    /** What a personal account did not cover. */
    record Rest(String order, String pool, BigDecimal amount) {}
}
