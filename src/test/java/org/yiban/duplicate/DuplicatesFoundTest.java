package org.yiban.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.duplicate.EnrolledTwice.TIELING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.duplicate.EnrolledTwice.Twice;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.RegionCode;
import org.yiban.transfer.months.ReportingDuplicates;

/** Relations that stand twice, found by cases of other kinds. */
@YibanTest
class DuplicatesFoundTest {

    @Autowired
    DuplicateSteps steps;

    @Autowired
    EnrolledTwice enrolled;

    @Autowired
    ReportingDuplicates reporting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Cases cases;

    @Test
    void aCaseThatComesAcrossTwoRelationsOpensOneOfItsOwnOnce() {
        // given a case of another kind
        Twice twice = enrolled.employeeInTwoPools();
        RegionCode pool = new RegionCode(TIELING);
        CaseNumber finder =
                transaction.execute(status -> cases.open(CaseKind.TRANSFER_IN, pool, twice.personId(), "clerktl")
                        .number());

        // when
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> reporting.report(finder, pool, twice.personId()));
        }

        // then
        List<String> noted = cases.history(finder).stream()
                .filter(event -> event.step().equals("duplicateFound"))
                .map(event -> event.text())
                .toList();
        assertThat(noted).hasSize(1);
        String number = noted.get(0).substring(noted.get(0).indexOf("CF"));
        assertThat(steps.step(number)).isEqualTo(DuplicateModel.CHECK_FACTS);
        assertThat(steps.view(number).path("foundIn").asText()).isEqualTo(finder.value());
    }
}
