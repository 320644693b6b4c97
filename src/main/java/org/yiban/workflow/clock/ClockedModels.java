package org.yiban.workflow.clock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;

/** Knows of each deployed model what hangs on the clock. A version of a model never changes, so each is read once. */
@Component
class ClockedModels {

    private final RepositoryService repository;
    private final Access access;
    private final Map<String, ClockedModel> known = new ConcurrentHashMap<>();

    ClockedModels(RepositoryService repository, Access access) {
        this.repository = repository;
        this.access = access;
    }

    ClockedModel of(String processDefinitionId) {
        ClockedModel model = known.get(processDefinitionId);
        if (model == null) {
            model = ClockedModel.of(access.asApplication(() -> repository.getBpmnModelInstance(processDefinitionId)));
            known.put(processDefinitionId, model);
        }
        return model;
    }
}
