package org.yiban.publication.process;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.policy.register.Publication;
import org.yiban.policy.register.Publications;
import org.yiban.policy.register.TableRegister;
import org.yiban.publication.PublicationModel;
import org.yiban.workflow.CaseDelegate;

/**
 * Deploys the version that answers from the publication's date on, so that Cockpit shows it: the published one, or after a
 * withdrawal the one it had replaced. To be looked at: the application asks the register.
 */
@Component
class DeployTablesDelegate extends CaseDelegate {

    private static final String FOLDER = "processes/policy/";

    private final RepositoryService repository;
    private final Publications publications;
    private final TableRegister register;
    private final Access access;

    DeployTablesDelegate(
            RepositoryService repository, Publications publications, TableRegister register, Access access) {
        this.repository = repository;
        this.publications = publications;
        this.register = register;
        this.access = access;
    }

    @Override
    protected void run(DelegateExecution execution) {
        Publication publication = publications.require(PublicationModel.PUBLICATION.from(execution));
        boolean withdrawal = PublicationModel.WITHDRAWAL.from(execution);
        String digest = withdrawal ? publication.baseDigest() : publication.digest();
        LocalDate from = publication.from();
        byte[] content = register.content(digest).orElseThrow();
        access.asApplication(() -> repository
                .createDeployment()
                .name("第 %d 号发布%s：%s 自 %s 起"
                        .formatted(publication.id(), withdrawal ? "撤回" : "", publication.path(), from))
                .source("yiban")
                .addInputStream(FOLDER + publication.path(), new ByteArrayInputStream(content))
                .deploy());
    }
}
