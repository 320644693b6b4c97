package org.yiban.policy.register;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.Policies;
import org.yiban.policy.register.PublicationEvent.Kind;
import org.yiban.policy.tables.TableFile;

/**
 * Changes the register: a version is asked for by one person and confirmed by another, and so is its withdrawal. Checks
 * run before the register is locked; whoever changed it meanwhile makes the change start again. Whatever is refused leaves
 * the register as it was. Who may do it at all is the caller's matter.
 */
@Component
public class Publications {

    private final PublicationStore store;
    private final TableRegister register;
    private final PublicationChecks checks;
    private final DecisionsTaken decisions;
    private final Policies policies;

    Publications(
            PublicationStore store,
            TableRegister register,
            PublicationChecks checks,
            DecisionsTaken decisions,
            Policies policies) {
        this.store = store;
        this.register = register;
        this.checks = checks;
        this.decisions = decisions;
        this.policies = policies;
    }

    /** All publications, the newest first. */
    public List<Publication> all() {
        return store.all();
    }

    /** A publication. */
    public Optional<Publication> find(long id) {
        return store.find(id);
    }

    /**
     * A publication that must be there.
     *
     * @throws ProblemException NOT_FOUND
     */
    public Publication require(long id) {
        return find(id).orElseThrow(
                        () -> ProblemException.of(ProblemKind.NOT_FOUND, "id", Long.toString(id), "没有这一号发布"));
    }

    /** The cases submitted with a publication. */
    public Optional<byte[]> cases(long id) {
        return store.cases(id);
    }

    /**
     * Asks that a version of a file answers from a business date on.
     *
     * @param casesName name of the file of cases; {@code null} if there is none
     * @throws ProblemException naming all that is wrong with what was given, or all that the checks and cases found
     */
    @Transactional
    public Publication request(
            byte[] content, String from, String reason, String source, String casesName, byte[] cases, String user) {
        NewPublication asked = NewPublication.read(content, from, reason, source, casesName, cases, policies.sources());
        register.refresh();
        long seen = register.sequence();
        Schedule current = register.schedule();
        TableFile file =
                SubmittedFile.read(content).named(current.on(asked.from()).tableIds());
        TableFile base = current.on(asked.from()).files().get(file.path());
        if (base.digest().equals(file.digest())) {
            throw ProblemException.invalid("file", null, "与 %s 起适用的版本 %s 完全相同".formatted(from, base.version()));
        }
        requireNothingOpen(file.path());
        decisions.requireNone(file.path(), asked.from());
        PublicationChecks.Verdict verdict =
                checks.checkWith(current, new Schedule.Published(0, file, asked.from()), casesName, cases);
        lock(seen);
        requireNothingOpen(file.path());
        long id = store.add(file, base, asked, verdict, user);
        event(id, Kind.REQUESTED, user, asked.reason());
        return require(id);
    }

    /**
     * Confirms what is open: the version answers, or no longer.
     *
     * @throws ProblemException FORBIDDEN for the one who asked, CONFLICT if nothing is open, decisions were taken
     *     meanwhile or the register changed, INVALID_INPUT if the checks or cases no longer hold
     */
    @Transactional
    public Publication confirm(long id, String user) {
        Publication publication = requireOpen(id);
        requireOther(publication, user);
        register.refresh();
        long seen = register.sequence();
        boolean withdrawal = publication.withdrawalOpen();
        Schedule.Published version = new Schedule.Published(
                id,
                new TableFile(
                        publication.path(), store.content(publication.digest()).orElseThrow()),
                publication.from());
        if (withdrawal) {
            checks.checkWithout(register.schedule(), version);
        } else {
            requireSameBase(publication);
            checks.checkWith(
                    register.schedule(),
                    version,
                    publication.casesName(),
                    store.cases(id).orElse(null));
        }
        lock(seen);
        decisions.requireNone(publication.path(), publication.from());
        event(id, withdrawal ? Kind.WITHDRAWN : Kind.CONFIRMED, user, null);
        return require(id);
    }

    /**
     * Refuses what is open.
     *
     * @throws ProblemException as {@link #confirm}, and if the reason is blank
     */
    @Transactional
    public Publication refuse(long id, String reason, String user) {
        String why = FreeText.required("reason", reason);
        Publication publication = requireOpen(id);
        requireOther(publication, user);
        lock(store.sequence());
        event(id, publication.withdrawalOpen() ? Kind.WITHDRAWAL_REFUSED : Kind.REFUSED, user, why);
        return require(id);
    }

    /**
     * Takes back what the person asked for and nobody has decided; or asks that a version in force answers no longer.
     *
     * @throws ProblemException if the reason is blank; CONFLICT if decisions were taken by the version, or something of
     *     its file is open; FORBIDDEN if somebody else's request is open
     */
    @Transactional
    public Publication withdraw(long id, String reason, String user) {
        String why = FreeText.required("reason", reason);
        Publication publication = require(id);
        lock(store.sequence());
        if (publication.open()) {
            if (!publication.askedBy().equals(user)) {
                throw ProblemException.of(ProblemKind.FORBIDDEN, "只有申请人可以收回尚未确认的申请");
            }
            event(id, publication.withdrawalOpen() ? Kind.WITHDRAWAL_TAKEN_BACK : Kind.TAKEN_BACK, user, why);
        } else if (publication.state() == PublicationState.CONFIRMED) {
            requireNothingOpen(publication.path());
            decisions.requireNone(publication.path(), publication.from());
            event(id, Kind.WITHDRAWAL_REQUESTED, user, why);
        } else {
            throw conflict(
                    "第 %d 号发布%s，没有可以撤回的".formatted(id, publication.state().label()));
        }
        return require(id);
    }

    private void event(long id, Kind kind, String user, String reason) {
        store.event(id, kind, user, reason);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    register.refresh();
                }
            }
        });
    }

    private void lock(long seen) {
        if (store.lock() != seen) {
            throw conflict("登记簿刚刚有变动，请再试一次");
        }
    }

    private Publication requireOpen(long id) {
        Publication publication = require(id);
        if (!publication.open()) {
            throw conflict(
                    "第 %d 号发布%s，没有待确认的事项".formatted(id, publication.state().label()));
        }
        return publication;
    }

    private static void requireOther(Publication publication, String user) {
        if (publication.askedBy().equals(user)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "您是申请人，须由另一位规则分析员确认");
        }
    }

    private void requireNothingOpen(String path) {
        store.all().stream()
                .filter(other -> other.path().equals(path) && other.open())
                .findFirst()
                .ifPresent(other -> {
                    throw conflict("%s 已有待确认的第 %d 号发布，请先办结".formatted(path, other.id()));
                });
    }

    /** What the request said differs must still be what differs. */
    private void requireSameBase(Publication publication) {
        TableFile base = register.schedule().on(publication.from()).files().get(publication.path());
        if (!base.digest().equals(publication.baseDigest())) {
            throw conflict("申请以后 %s 的现行版本已经变动（%s → %s），请收回后重新申请"
                    .formatted(publication.path(), publication.baseVersion(), base.version()));
        }
    }

    private static ProblemException conflict(String message) {
        return ProblemException.of(ProblemKind.CONFLICT, message);
    }
}
