package org.yiban.publication;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.register.Publication;
import org.yiban.policy.register.Publications;
import org.yiban.region.ServedPools;

/**
 * What analysts do with the tables of the installation, whichever pool they belong to: publications concern all pools.
 * Register and process change together or not at all.
 */
@Component
public class PublishingTables {

    private final Publications publications;
    private final PublicationProcess process;
    private final Access access;
    private final ServedPools pools;

    PublishingTables(Publications publications, PublicationProcess process, Access access, ServedPools pools) {
        this.publications = publications;
        this.process = process;
        this.access = access;
        this.pools = pools;
    }

    /**
     * The analyst of the running request.
     *
     * @throws ProblemException FORBIDDEN for anybody else
     */
    public CurrentUser requireAnalyst() {
        CurrentUser user = access.current();
        if (user.pools(Role.ANALYSE).isEmpty()) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "只有%s可以查看和发布决策表".formatted(Role.ANALYSE.title()));
        }
        return user;
    }

    /** Asks for a publication, as {@link Publications#request}. */
    @Transactional
    public Publication request(
            byte[] content, String from, String reason, String source, String casesName, byte[] cases) {
        CurrentUser user = requireAnalyst();
        Publication asked = publications.request(content, from, reason, source, casesName, cases, user.id());
        process.start(asked, analysts());
        return asked;
    }

    /** Confirms or refuses what is open, as {@link Publications#confirm} and {@link Publications#refuse}. */
    @Transactional
    public Publication decide(long id, boolean confirmed, String reason) {
        CurrentUser user = requireAnalyst();
        Publication decided =
                confirmed ? publications.confirm(id, user.id()) : publications.refuse(id, reason, user.id());
        process.decide(decided, confirmed);
        return decided;
    }

    /** Takes back or asks for the withdrawal, as {@link Publications#withdraw}. */
    @Transactional
    public Publication withdraw(long id, String reason) {
        CurrentUser user = requireAnalyst();
        Publication withdrawn = publications.withdraw(id, reason, user.id());
        if (withdrawn.withdrawalOpen()) {
            process.start(withdrawn, analysts());
        } else {
            process.takeBack(withdrawn);
        }
        return withdrawn;
    }

    private List<String> analysts() {
        return pools.all().stream()
                .map(pool -> Role.ANALYSE.groupId(pool.code()))
                .toList();
    }
}
