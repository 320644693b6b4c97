package org.yiban.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;

@YibanTest
class DecisionRecordsTest {

    @Autowired
    Policies policies;

    @Autowired
    DecisionRecords records;

    @Autowired
    BusinessTime time;

    @Test
    void aKeptDecisionComesBackAsItWasExplained() {
        // given
        String caseNumber = "test-" + UUID.randomUUID();
        TransferDeadline deadline =
                policies.transferDeadline(new TransferDeadlineQuestion("370800", "371500", LocalDate.of(2026, 2, 12)));

        // when
        records.keep(caseNumber, deadline.explanation());

        // then
        assertThat(records.of(caseNumber)).singleElement().satisfies(kept -> {
            assertThat(kept.caseNumber()).isEqualTo(caseNumber);
            assertThat(kept.explanation()).isEqualTo(deadline.explanation());
            assertThat(kept.basis()).isEqualTo(deadline.basis());
            assertThat(kept.decidedAt().toLocalDate()).isEqualTo(time.today());
        });
    }

    @Test
    void aDecisionByTablesThatWereExchangedMeanwhileIsNotKept() {
        // given
        Explanation decided = policies.transferDeadline(
                        new TransferDeadlineQuestion("370800", "371500", LocalDate.of(2026, 2, 12)))
                .explanation();
        Explanation stale = new Explanation(
                decided.family(),
                decided.businessDate(),
                decided.facts(),
                decided.instrument(),
                decided.tableId(),
                decided.tableVersion(),
                decided.ruleId(),
                decided.ruleText(),
                decided.results(),
                decided.reasons(),
                "another set");

        // then
        assertThatThrownBy(() -> records.keep("test-" + UUID.randomUUID(), stale))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("决策表刚刚更换");
    }

    @Test
    void manyDecisionsAreKeptAtOnceInTheirOrder() {
        // given
        String caseNumber = "test-" + UUID.randomUUID();
        List<Explanation> explanations = Stream.of(LocalDate.of(2021, 11, 30), LocalDate.of(2023, 3, 6))
                .map(day -> policies.transferDeadline(new TransferDeadlineQuestion("370800", "371500", day))
                        .explanation())
                .toList();

        // when
        records.keepAll(caseNumber, explanations);

        // then
        assertThat(records.of(caseNumber))
                .extracting(RecordedDecision::explanation)
                .isEqualTo(explanations);
    }

    @Test
    void decidingAgainIsASecondRowAfterTheFirst() {
        // given
        String caseNumber = "test-" + UUID.randomUUID();
        TransferDeadline first =
                policies.transferDeadline(new TransferDeadlineQuestion("370800", "371500", LocalDate.of(2021, 11, 30)));
        TransferDeadline second =
                policies.transferDeadline(new TransferDeadlineQuestion("370800", "371500", LocalDate.of(2023, 3, 6)));

        // when
        records.keep(caseNumber, first.explanation());
        records.keep(caseNumber, second.explanation());

        // then
        assertThat(records.of(caseNumber))
                .extracting(RecordedDecision::explanation)
                .containsExactly(first.explanation(), second.explanation());
        assertThat(records.of("none of this number")).isEmpty();
    }
}
