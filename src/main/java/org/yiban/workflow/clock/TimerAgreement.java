package org.yiban.workflow.clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.sla.Clocks;

/**
 * Compares the timers and due dates of all cases with their clocks and repairs what differs. They move together, so that
 * only a fault or a hand in the database can part them. One statement finds the cases; only those are written.
 */
@Component
class TimerAgreement {

    private static final Logger LOG = LoggerFactory.getLogger(TimerAgreement.class);

    private static final int AT_ONCE = 200;

    /** The engine keeps its times without zone, as the machine reads the clock. */
    private static final String DIFFERENT = """
            with hangs as (
                select * from unnest(:definitions::text[], :elements::text[], :instants::text[]) as h (definition, element, instant)
            ), clocked as (
                select c.case_number, c.held_since is not null as held, c.stopped_on is not null as stopped,
                    e.id_ as instance, h.element, h.instant,
                    (select count(*) from yiban.clock_event r where r.case_number = c.case_number and r.type = 'RESET') as run,
                    case h.instant
                        when 'DUE' then (c.due_on + 1)::timestamp - interval '1 second'
                        when 'OVERDUE' then (c.due_on + 1)::timestamp
                        when 'AT_RISK' then c.at_risk_on::timestamp
                    end at time zone :business at time zone :machine as at
                from act_ru_execution e
                join hangs h on h.definition = e.proc_def_id_
                join yiban.case_clock c on c.case_number = split_part(e.business_key_, '/', 1)
                where e.parent_id_ is null
            )
            select k.case_number from clocked k
            join act_ru_job j on j.process_instance_id_ = k.instance
            join act_ru_jobdef d on d.id_ = j.job_def_id_ and d.act_id_ = k.element
            where k.stopped or j.duedate_ is distinct from k.at or (j.suspension_state_ = 2) <> k.held
            union
            select k.case_number from clocked k
            join act_ru_task t on t.proc_inst_id_ = k.instance and t.task_def_key_ = k.element
        where not k.stopped and t.due_date_ is distinct from k.at
            union
            select k.case_number from clocked k
            where not k.stopped and k.instant <> 'DUE' and not exists (
                select from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                where j.process_instance_id_ = k.instance and d.act_id_ = k.element
            ) and not exists (
                select from yiban.escalation_notice n
                where n.case_number = k.case_number and n.run = k.run and n.kind in (k.instant, 'OVERDUE')
            )
            """;

    private final JdbcClient jdbc;
    private final ClockedModels models;
    private final Clocks clocks;
    private final CaseTimers timers;
    private final TransactionTemplate transaction;
    private final Counter repaired;

    TimerAgreement(
            JdbcClient jdbc,
            ClockedModels models,
            Clocks clocks,
            CaseTimers timers,
            TransactionTemplate transaction,
            MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.models = models;
        this.clocks = clocks;
        this.timers = timers;
        this.transaction = transaction;
        this.repaired = Counter.builder("yiban.timers.repaired")
                .description("timers and due dates that differed from the clock of their case")
                .register(metrics);
    }

    /** Returns how many timers and due dates were repaired. */
    int repair() {
        List<CaseNumber> different = different();
        int written = 0;
        for (int from = 0; from < different.size(); from += AT_ONCE) {
            List<CaseNumber> some = different.subList(from, Math.min(from + AT_ONCE, different.size()));
            written += transaction.execute(status -> follow(some));
        }
        if (written > 0) {
            repaired.increment(written);
            LOG.warn("{} 个案件的定时器或到期日与时限不符，已按时限更正 {} 处：{}", different.size(), written, some(different));
        }
        return written;
    }

    private List<CaseNumber> different() {
        List<String> definitions = new ArrayList<>();
        List<String> elements = new ArrayList<>();
        List<String> instants = new ArrayList<>();
        jdbc.sql("select distinct proc_def_id_ from act_ru_execution where parent_id_ is null")
                .query(String.class)
                .list()
                .forEach(definition -> {
                    ClockedModel model = models.of(definition);
                    model.timers().forEach((element, instant) -> {
                        definitions.add(definition);
                        elements.add(element);
                        instants.add(instant.name());
                    });
                    model.tasks().forEach((element, instant) -> {
                        definitions.add(definition);
                        elements.add(element);
                        instants.add(instant.name());
                    });
                });
        return jdbc
                .sql(DIFFERENT)
                .param("definitions", definitions.toArray(String[]::new))
                .param("elements", elements.toArray(String[]::new))
                .param("instants", instants.toArray(String[]::new))
                .param("business", BusinessTime.ZONE.getId())
                .param("machine", ZoneId.systemDefault().getId())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    /** Their clocks do not move meanwhile. */
    private int follow(List<CaseNumber> numbers) {
        jdbc.sql("select 1 from yiban.case_clock where case_number = any (?) order by case_number for update")
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(Integer.class)
                .list();
        return timers.follow(numbers.stream()
                .flatMap(number -> clocks.times(number).stream())
                .toList());
    }

    private static List<CaseNumber> some(List<CaseNumber> numbers) {
        return numbers.subList(0, Math.min(10, numbers.size()));
    }
}
