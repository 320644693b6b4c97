package org.yiban.workflow.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.sla.ClockTimes;

/**
 * Brings the timers and due dates of cases into agreement with their clocks: moved when the clock moved, suspended while
 * it is held, gone when it has stopped, there again when it began anew; a task that outlives the clock keeps its due date.
 * Many cases at once cost the engine one command for every {@value #AT_ONCE}. What agrees already is not written.
 */
@Component
class CaseTimers {

    private static final int AT_ONCE = 200;

    /** The business key of what a senior decides for a case, as its models write it. */
    private static final String REFERRAL = "%s/referral";

    private final ProcessEngineConfigurationImpl engine;
    private final ManagementService management;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final ClockedModels models;
    private final MissingTimers missing;

    CaseTimers(ProcessEngine engine, JdbcClient jdbc, ClockedModels models, MissingTimers missing) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.management = engine.getManagementService();
        this.tasks = engine.getTaskService();
        this.jdbc = jdbc;
        this.models = models;
        this.missing = missing;
    }

    /**
     * Joins the transaction of the caller.
     *
     * @return how many timers and due dates were written
     */
    int follow(Collection<ClockTimes> clocks) {
        List<ClockTimes> all = List.copyOf(clocks);
        int written = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            written += followTogether(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return written;
    }

    private int followTogether(List<ClockTimes> clocks) {
        List<ClockedInstance> instances = instancesOf(clocks);
        return instances.isEmpty()
                ? 0
                : engine.getCommandExecutorTxRequired().execute(context -> unchecked(context, instances));
    }

    /** The processes of the cases, their supervision and what a senior decides for them among them. */
    private List<ClockedInstance> instancesOf(List<ClockTimes> clocks) {
        Map<String, ClockTimes> byKey = new HashMap<>();
        for (ClockTimes times : clocks) {
            byKey.put(times.caseNumber().value(), times);
            byKey.put(SupervisionModel.businessKey(times.caseNumber()), times);
            byKey.put(REFERRAL.formatted(times.caseNumber()), times);
        }
        return jdbc
                .sql("""
                        select id_, business_key_, proc_def_id_ from act_ru_execution
                        where business_key_ = any (?) and parent_id_ is null
                        """)
                .param(byKey.keySet().toArray(String[]::new))
                .query((row, n) -> new ClockedInstance(
                        row.getString("id_"),
                        byKey.get(row.getString("business_key_")),
                        models.of(row.getString("proc_def_id_"))))
                .list()
                .stream()
                .filter(instance -> !instance.model().isFree())
                .toList();
    }

    /** Whose request it is does not matter: the clock decides, not the person. */
    private int unchecked(CommandContext context, List<ClockedInstance> instances) {
        boolean tenantsWereChecked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            return context.runWithoutAuthorization(() -> align(instances));
        } finally {
            if (tenantsWereChecked) {
                context.enableTenantCheck();
            }
        }
    }

    private int align(List<ClockedInstance> instances) {
        Map<String, ClockedInstance> byId =
                instances.stream().collect(Collectors.toMap(ClockedInstance::id, instance -> instance));
        int written = 0;
        for (var task : tasks.createTaskQuery()
                .processInstanceIdIn(byId.keySet().toArray(String[]::new))
                .list()) {
            written += byId.get(task.getProcessInstanceId()).align((TaskEntity) task) ? 1 : 0;
        }
        Map<String, List<String>> running = new HashMap<>();
        for (var job : management
                .createJobQuery()
                .processInstanceIds(byId.keySet())
                .timers()
                .list()) {
            TimerEntity timer = (TimerEntity) job;
            running.computeIfAbsent(timer.getProcessInstanceId(), id -> new ArrayList<>())
                    .add(timer.getActivityId());
            written += byId.get(timer.getProcessInstanceId()).align(timer) ? 1 : 0;
        }
        List<MissingTimers.Missing> gone = new ArrayList<>();
        for (ClockedInstance instance : instances) {
            instance.timersBesides(running.getOrDefault(instance.id(), List.of()))
                    .forEach(event -> gone.add(new MissingTimers.Missing(instance, event)));
        }
        return written + (gone.isEmpty() ? 0 : missing.make(gone));
    }
}
