package org.yiban.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.YibanTest;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Policies;
import org.yiban.policy.gaps.Gaps;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.TableFile;
import org.yiban.region.Regions;

/** Rolled back: what is published here stays in the test's transaction. */
@YibanTest
@Transactional
class TableRegisterTest {

    private static final String ARREARS = "220000-jilin/arrears.dmn";
    private static final LocalDate FROM = LocalDate.of(2051, 1, 1);

    @Autowired
    PublicationStore store;

    @Autowired
    PackagedTables packagedTables;

    @Autowired
    PlatformTransactionManager transactions;

    private final DecisionTables packaged = DecisionTables.packaged();

    @Test
    void anotherNodeFollowsWhatIsConfirmedAndWithdrawn() {
        // given
        TableRegister other = node(packaged);
        TableFile published = worded(packaged, "甲");

        // when
        long id = publish(published, packaged.files().get(ARREARS));
        other.refresh();

        // then
        assertThat(version(other)).isEqualTo(published.version());

        // when
        store.event(id, PublicationEvent.Kind.WITHDRAWN, "b", null);
        other.refresh();

        // then
        assertThat(version(other)).isEqualTo(packaged.files().get(ARREARS).version());
    }

    @Test
    void aReleaseNeverReplacesWhatWasPublishedAndBothDifferencesAreTold() {
        // given
        TableFile published = worded(packaged, "乙");
        publish(published, packaged.files().get(ARREARS));
        TableFile released = worded(packaged, "丙");

        // when
        TableRegister next = node(packaged.with(List.of(released)));

        // then
        assertThat(version(next)).isEqualTo(published.version());
        assertThat(next.content(ARREARS, FROM.minusDays(1))).hasValue(released.content());
        assertThat(next.releases().get(0).path()).isEqualTo(ARREARS);
        assertThat(next.releases().get(0).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(RuleChange.Kind.WORDED);
            assertThat(change.cells().get(0).after()).startsWith("丙");
        });
        assertThat(next.overtaken()).singleElement().satisfies(change -> {
            assertThat(change.path()).isEqualTo(ARREARS);
            assertThat(change.after()).isEqualTo(released.version());
        });
        assertThat(next.content(packaged.files().get(ARREARS).digest()))
                .hasValue(packaged.files().get(ARREARS).content());
    }

    @Test
    void theLaterDateAnswersAndOfTheSameDateTheLastConfirmed() {
        // given
        TableFile first = worded(packaged, "一");
        TableFile second = worded(packaged, "二");
        TableFile later = worded(packaged, "三");
        Schedule schedule = new Schedule(
                packaged,
                List.of(
                        new Schedule.Published(3, later, FROM.plusYears(1)),
                        new Schedule.Published(1, first, FROM),
                        new Schedule.Published(2, second, FROM)));

        // then
        assertThat(schedule.on(FROM.minusDays(1)).files())
                .containsEntry(ARREARS, packaged.files().get(ARREARS));
        assertThat(schedule.on(FROM).files()).containsEntry(ARREARS, second);
        assertThat(schedule.on(FROM.plusYears(1)).files()).containsEntry(ARREARS, later);
        assertThat(schedule.without(2).on(FROM).files()).containsEntry(ARREARS, first);
        assertThat(schedule.origin(ARREARS, FROM).publication()).isEqualTo(2);
    }

    private long publish(TableFile file, TableFile base) {
        NewPublication asked = new NewPublication(file.content(), FROM, "试", "JL2022-19", null, null);
        long id = store.add(file, base, asked, new PublicationChecks.Verdict(List.of(), List.of(), 0), "a");
        store.event(id, PublicationEvent.Kind.REQUESTED, "a", "试");
        store.event(id, PublicationEvent.Kind.CONFIRMED, "b", null);
        return id;
    }

    private TableRegister node(DecisionTables tables) {
        WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
        Policies policies = new Policies(
                Regions.load(), () -> calendar, new TableVersions(tables), Sources.packaged(), Gaps.packaged());
        TableRegister node = new TableRegister(policies, store, packagedTables, transactions);
        node.afterSingletonsInstantiated();
        return node;
    }

    private static String version(TableRegister register) {
        Map<String, String> versions = new HashMap<>();
        register.inForce(FROM).forEach(file -> versions.put(file.path(), file.version()));
        return versions.get(ARREARS);
    }

    /** The file with another first annotation. */
    private static TableFile worded(DecisionTables tables, String words) {
        String text = new String(tables.files().get(ARREARS).content(), StandardCharsets.UTF_8);
        int rule = text.indexOf("<rule ");
        String changed =
                text.substring(0, rule) + text.substring(rule).replaceFirst("<description>", "<description>" + words);
        return new TableFile(ARREARS, changed.getBytes(StandardCharsets.UTF_8));
    }
}
