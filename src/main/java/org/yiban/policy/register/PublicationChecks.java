package org.yiban.policy.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Policies;
import org.yiban.policy.cases.CaseBook;
import org.yiban.policy.cases.CaseFileException;
import org.yiban.policy.cases.CaseRun;
import org.yiban.policy.checks.Severity;
import org.yiban.policy.checks.TableChecks;
import org.yiban.policy.checks.TableFinding;
import org.yiban.policy.gaps.Gaps;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.Speaker;
import org.yiban.policy.tables.WrittenTables;
import org.yiban.region.Regions;

/**
 * Whether the tables would be sound with a version of a file in force, or without it: the rules of {@code check-tables}
 * on every set that it belongs to, and all cases by their business date. A case dated before the version is answered by
 * the tables then in force and must hold as before; a rule that is new or answers differently must be hit by a case that
 * holds on or after the version's first date.
 */
@Component
class PublicationChecks {

    private static final String ORDER = "precedence.dmn";
    private static final int MOST = 30;

    private final Regions regions;
    private final WorkingCalendars calendars;
    private final Sources sources;
    private final PublicationStore store;

    PublicationChecks(Regions regions, WorkingCalendars calendars, Policies policies, PublicationStore store) {
        this.regions = regions;
        this.calendars = calendars;
        this.sources = policies.sources();
        this.store = store;
    }

    /**
     * What was found, where nothing is in the way.
     *
     * @param changes what differs from the version replaced
     * @param remarks what is to be known
     */
    record Verdict(List<RuleChange> changes, List<String> remarks, int casesPassed) {}

    /**
     * Checks tables that a version would join.
     *
     * @param cases the cases submitted; {@code null} if there are none
     * @throws ProblemException naming {@code file} or {@code cases}, with all that is in the way
     */
    Verdict checkWith(Schedule current, Schedule.Published added, String casesName, byte[] cases) {
        List<RuleChange> changes = FileDifferences.between(
                current.on(added.from()).files().get(added.file().path()), added.file());
        Schedule candidate = current.with(added);
        Policies policies = usable(candidate);
        List<String> remarks = checkTables(candidate, added);
        CaseBook book = book(candidate.without(added.publication()), policies);
        if (cases != null) {
            submit(book, casesName, cases, policies, added.from());
        }
        CaseRun run = run(book, policies, added);
        requireCases(changes, run, added.from());
        return new Verdict(changes, remarks, run.passed().size());
    }

    /** Checks the tables that would be left without a version, likewise. */
    void checkWithout(Schedule current, Schedule.Published removed) {
        Schedule candidate = current.without(removed.publication());
        Policies policies = usable(candidate);
        checkTables(candidate, removed);
        run(book(candidate, policies), policies, removed);
    }

    private Policies usable(Schedule candidate) {
        try {
            return new Policies(regions, calendars, candidate.versions(), sources, Gaps.packaged());
        } catch (DecisionTableException e) {
            throw ProblemException.invalid(e.getMessage()
                    .lines()
                    .limit(MOST)
                    .map(PublicationChecks::wrong)
                    .toList());
        }
    }

    private List<String> checkTables(Schedule candidate, Schedule.Published version) {
        Set<TableFinding> findings = new LinkedHashSet<>();
        for (DecisionTables set : affected(candidate, version)) {
            findings.addAll(TableChecks.of(WrittenTables.of(set.files().values()), regions, calendars));
        }
        List<Violation> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> wrong(finding.toString()))
                .toList();
        refuse(errors, "file");
        return findings.stream().map(TableFinding::toString).toList();
    }

    /** The sets from the version's date on, until another version of its file takes over. */
    private static List<DecisionTables> affected(Schedule candidate, Schedule.Published version) {
        String path = version.file().path();
        List<DecisionTables> sets = new ArrayList<>();
        sets.add(candidate.on(version.from()));
        for (Map.Entry<LocalDate, DecisionTables> later :
                candidate.sets().tailMap(version.from().plusDays(1)).entrySet()) {
            boolean replaced = !later.getValue()
                    .files()
                    .get(path)
                    .equals(sets.get(0).files().get(path));
            if (replaced) {
                break;
            }
            sets.add(later.getValue());
        }
        return sets;
    }

    /** The packaged cases, and those of the publications in force in the order of their confirmation. */
    private CaseBook book(Schedule schedule, Policies policies) {
        CaseBook book = CaseBook.packaged(policies);
        for (Schedule.Published published : schedule.published()) {
            store.cases(published.publication()).ifPresent(cases -> {
                String name = store.find(published.publication()).orElseThrow().casesName();
                book.add(name, cases, policies);
            });
        }
        return book;
    }

    private static void submit(CaseBook book, String name, byte[] cases, Policies policies, LocalDate from) {
        try {
            CaseBook submitted = new CaseBook();
            List<Violation> early = submitted.add(name, cases, policies).stream()
                    .filter(book::holds)
                    .filter(key -> {
                        LocalDate on = book.businessDate(key, policies);
                        return on == null || on.isBefore(from);
                    })
                    .map(key -> new Violation("cases", key, "案例 %s 已有，业务日期早于 %s，不能替换；请另取案例名".formatted(key, from)))
                    .toList();
            refuse(early, "cases");
            book.add(name, cases, policies);
        } catch (CaseFileException e) {
            throw ProblemException.invalid("cases", name, e.getMessage());
        }
    }

    private static CaseRun run(CaseBook book, Policies policies, Schedule.Published version) {
        String path = version.file().path();
        CaseRun run = book.run(policies, path.equals(ORDER) ? null : Set.of(Speaker.familyOf(path)));
        refuse(
                run.failed().stream()
                        .map(failed -> new Violation("cases", null, failed))
                        .toList(),
                "cases");
        return run;
    }

    private static void requireCases(List<RuleChange> changes, CaseRun run, LocalDate from) {
        Set<String> hit = run.passed().stream()
                .filter(passed ->
                        passed.businessDate() != null && !passed.businessDate().isBefore(from))
                .flatMap(passed -> passed.rules().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        refuse(
                changes.stream()
                        .filter(change -> change.needsCase() && !hit.contains(change.rule()))
                        .map(change -> new Violation(
                                "cases",
                                change.rule(),
                                "规则 %s 是%s的，还没有业务日期在 %s 或以后的案例命中它；请在案例文件里补上"
                                        .formatted(change.rule(), change.kindLabel(), from)))
                        .toList(),
                "cases");
    }

    private static Violation wrong(String message) {
        return new Violation("file", null, message);
    }

    private static void refuse(List<Violation> found, String field) {
        if (found.size() > MOST) {
            List<Violation> told = new ArrayList<>(found.subList(0, MOST));
            told.add(new Violation(field, null, "还有 %d 处".formatted(found.size() - MOST)));
            throw ProblemException.invalid(told);
        }
        if (!found.isEmpty()) {
            throw ProblemException.invalid(found);
        }
    }
}
