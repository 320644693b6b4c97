package org.yiban.access.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.yiban.region.ServedPools;

/**
 * The lists of Tasklist, written by the application alone. Their expressions are {@code currentUser()},
 * {@code currentUserGroups()} and {@code now()}, nothing else: stored expressions are evaluated by the engine. Each list
 * begins with what is due first; the walls keep it to the reader's pools.
 */
@Component
class TasklistFilters {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";

    private final String[] pools;
    private final FilterService filters;
    private final TaskService tasks;

    TasklistFilters(ProcessEngine engine, ServedPools served) {
        this.pools = served.all().stream().map(pool -> pool.code().value()).toArray(String[]::new);
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
    }

    /** Writes the lists; one that stands as it should stays untouched. */
    void ensure() {
        ensure("我的待办", "已由我认领、尚未办结的任务", 10, byDueDate().taskAssigneeExpression(ME));
        ensure(
                "待认领",
                "我所在岗位可以认领的任务",
                20,
                byDueDate().taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned());
        ensure(
                "已逾期",
                "超过办理期限的任务（我的和本岗位的）",
                30,
                byDueDate()
                        .dueBeforeExpression(NOW)
                        .or()
                        .taskAssigneeExpression(ME)
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .includeAssignedTasks()
                        .endOr());
        ensure("本统筹区全部任务", "本统筹区所有在办任务", 40, byDueDate().tenantIdIn(pools));
    }

    private TaskQuery byDueDate() {
        return tasks.createTaskQuery()
                .active()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }

    private void ensure(String name, String description, int priority, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", "#1a5fb4");
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(Map.of("name", "caseNumber", "label", "案号")));
        if (!properties.equals(filter.getProperties()) || !asStored(query).equals(asStored(filter.getQuery()))) {
            filter.setProperties(properties);
            filter.setQuery(query);
            filters.saveFilter(filter);
        }
    }

    private static String asStored(TaskQuery query) {
        return new JsonTaskQueryConverter().toJsonObject(query).toString();
    }
}
