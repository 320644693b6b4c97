package org.yiban.workflow;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets running cases follow the models of the release that was installed: each goes on from where it stands, by the newest
 * version of its process. A case that stands at a step which the new model does not have stays with the version it began
 * with, and the log names it.
 */
@Component
class FollowingModels {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingModels.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final InterruptedScopes interrupted;
    private final TransactionTemplate transaction;

    FollowingModels(
            RepositoryService repository,
            RuntimeService runtime,
            InterruptedScopes interrupted,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.runtime = runtime;
        this.interrupted = interrupted;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void follow() {
        for (ProcessDefinition newest :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository.createProcessDefinitionQuery().processDefinitionKey(newest.getKey()).list().stream()
                    .filter(older -> older.getVersion() < newest.getVersion())
                    .forEach(older -> follow(older, newest));
        }
    }

    private void follow(ProcessDefinition older, ProcessDefinition newest) {
        List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                .processDefinitionId(older.getId())
                .list();
        if (running.isEmpty()) {
            return;
        }
        MigrationPlan plan = runtime.createMigrationPlan(older.getId(), newest.getId())
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
        for (ProcessInstance each : running) {
            try {
                transaction.executeWithoutResult(status -> {
                    runtime.newMigration(plan).processInstanceIds(each.getId()).execute();
                    interrupted.waitForNothingElse(each.getId());
                });
            } catch (ProcessEngineException e) {
                LOG.warn("案件 {} 停在新模型没有的步骤，仍按旧模型（第 {} 版）办理", each.getBusinessKey(), older.getVersion(), e);
            }
        }
        LOG.info("{}：{} 个在办实例已检查，随新模型（第 {} 版）办理", newest.getKey(), running.size(), newest.getVersion());
    }
}
