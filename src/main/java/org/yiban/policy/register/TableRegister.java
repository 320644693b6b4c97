package org.yiban.policy.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.policy.Policies;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.TableFile;

/**
 * Which versions of the tables are in force, by the database: loaded at the start, exchanged when a publication is
 * confirmed or withdrawn, on this node or another. What releases changed beside publications is told, never applied.
 */
@Component
public class TableRegister implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TableRegister.class);

    private final Policies policies;
    private final PublicationStore store;
    private final PackagedTables packagedTables;
    private final TransactionTemplate transaction;
    private final DecisionTables packaged;
    private volatile Loaded loaded;

    /** What is in force, and the last event of the register that it takes in. */
    private record Loaded(long sequence, Schedule schedule) {}

    TableRegister(
            Policies policies,
            PublicationStore store,
            PackagedTables packagedTables,
            PlatformTransactionManager transactions) {
        this.policies = policies;
        this.store = store;
        this.packagedTables = packagedTables;
        this.transaction = new TransactionTemplate(transactions);
        this.packaged = policies.versions().on(LocalDate.MIN);
        this.loaded = new Loaded(0, new Schedule(packaged, List.of()));
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> changed = transaction.execute(status -> {
            store.lock();
            return packagedTables.record(packaged.files());
        });
        refresh();
        report(changed);
    }

    /** Takes in what happened since it was loaded, here or on another node. */
    public void refresh() {
        if (store.sequence() != loaded.sequence()) {
            load();
        }
    }

    private synchronized void load() {
        long sequence = store.sequence();
        if (sequence == loaded.sequence()) {
            return;
        }
        Schedule schedule = new Schedule(packaged, store.inForce());
        Map<LocalDate, DecisionTables> sets = usable(schedule);
        policies.versions().exchange(packaged, sets);
        loaded = new Loaded(sequence, schedule);
    }

    private Map<LocalDate, DecisionTables> usable(Schedule schedule) {
        try {
            Map<LocalDate, DecisionTables> sets = schedule.sets();
            sets.values().forEach(policies::requireUsable);
            return sets;
        } catch (DecisionTableException e) {
            String files = schedule.published().stream()
                    .map(published -> "第 %d 号 %s"
                            .formatted(published.publication(), published.file().path()))
                    .collect(Collectors.joining("、"));
            throw new DecisionTableException(
                    "登记簿里已发布的决策表（%s）在这个版本的系统里不能用；请装回原来的版本，撤回后再升级：%s".formatted(files, e.getMessage()), e);
        }
    }

    /**
     * Makes sure that the tables in force on a business date are those that decided.
     *
     * @param sequence the last event, while the register is held still
     * @param set short digest of the set that decided
     * @throws ProblemException CONFLICT if they were exchanged meanwhile
     */
    public void requireInForce(long sequence, LocalDate businessDate, String set) {
        if (sequence != loaded.sequence()) {
            refresh();
        }
        if (!policies.versions().on(businessDate).version().equals(set)) {
            throw ProblemException.of(ProblemKind.CONFLICT, "决策表刚刚更换，请再办理一次");
        }
    }

    /** What is in force; whoever changes it asks {@link #refresh} before. */
    Schedule schedule() {
        return loaded.schedule();
    }

    /** The last event taken in. */
    long sequence() {
        return loaded.sequence();
    }

    /** The files in force on a business date, by path. */
    public List<FileInForce> inForce(LocalDate on) {
        Schedule schedule = loaded.schedule();
        DecisionTables set = policies.versions().on(on);
        Map<String, List<String>> tables = set.tableIds();
        return set.files().values().stream()
                .map(file -> {
                    Schedule.Published origin = schedule.origin(file.path(), on);
                    return new FileInForce(
                            file.path(),
                            file.version(),
                            file.digest(),
                            tables.get(file.path()),
                            origin == null ? null : origin.publication(),
                            origin == null ? null : origin.from());
                })
                .toList();
    }

    /** The content of a file in force on a business date. */
    public Optional<byte[]> content(String path, LocalDate on) {
        return Optional.ofNullable(policies.versions().on(on).files().get(path)).map(TableFile::content);
    }

    /** A version that ever answered or was submitted, by its SHA-256. */
    public Optional<byte[]> content(String digest) {
        return store.content(digest);
    }

    /** What releases changed in packaged files, the newest first. */
    public List<PackagedChange> releases() {
        return packagedTables.changes();
    }

    /**
     * Packaged files that are no longer what a publication in force was made from: whether the publication should be
     * renewed is for the analysts to say.
     */
    public List<PackagedChange> overtaken() {
        List<PackagedChange> found = new ArrayList<>();
        for (Schedule.Published published : loaded.schedule().published()) {
            Publication publication = store.find(published.publication()).orElseThrow();
            TableFile now = packaged.files().get(publication.path());
            boolean fromPackaged = loaded.schedule().published().stream()
                    .noneMatch(other -> other.file().digest().equals(publication.baseDigest()));
            if (fromPackaged && now != null && !now.digest().equals(publication.baseDigest())) {
                TableFile base = new TableFile(
                        publication.path(),
                        store.content(publication.baseDigest()).orElseThrow());
                found.add(new PackagedChange(
                        publication.path(), base.version(), now.version(), null, FileDifferences.between(base, now)));
            }
        }
        return found;
    }

    private void report(List<String> changed) {
        List<PackagedChange> releases = changed.isEmpty() ? List.of() : releases();
        for (String path : changed) {
            releases.stream()
                    .filter(change -> change.path().equals(path))
                    .findFirst()
                    .ifPresent(change -> tell("随系统的决策表 %s 与上次启动时不同".formatted(path), change));
        }
        overtaken().forEach(change -> tell("已发布的 %s 继续适用；随系统的文件已不同于发布时所依据的版本".formatted(change.path()), change));
    }

    private static void tell(String what, PackagedChange change) {
        StringBuilder lines = new StringBuilder(what).append("（%s → %s）".formatted(change.before(), change.after()));
        change.changes().forEach(rule -> {
            lines.append("\n  ").append(rule.kindLabel()).append(' ');
            lines.append(rule.rule() == null ? rule.table() : rule.rule());
            rule.lines().forEach(line -> lines.append("\n    ").append(line));
        });
        LOG.warn("{}", lines);
    }
}
