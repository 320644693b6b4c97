package org.yiban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseFile;
import org.yiban.region.RegionCode;

/** Contributions that come in by collection orders. */
@YibanTest
class ContributionsTest {

    private static final RegionCode LIAOCHENG = new RegionCode("371500");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    MoneyCases money;

    @Autowired
    CollectionOrders collections;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void contributionsThatComeInAreIncomeAndNothingIsRecovered() {
        CaseFile file = money.openIn(LIAOCHENG);
        String key = file.number() + "/contribution";
        transaction.executeWithoutResult(status -> collections.order(
                key,
                CollectionPurpose.CONTRIBUTION,
                file.number(),
                LIAOCHENG,
                file.personId(),
                new BigDecimal("100.00"),
                LocalDate.of(2026, 12, 31)));

        transaction.executeWithoutResult(
                status -> collections.settle(key, CollectionState.PARTLY, new BigDecimal("40.00"), "BF-1", DAY));

        assertThat(ledger.postings(file.number()))
                .extracting(Posting::kind)
                .containsExactly(
                        PostingKind.CONTRIBUTION_ORDERED,
                        PostingKind.COLLECTED,
                        PostingKind.CONTRIBUTION_RECEIVED,
                        PostingKind.CONTRIBUTION_EXPIRED);
        assertThat(ledger.of(file.number()).recovered()).isEqualTo(new BigDecimal("0.00"));
        assertThat(ledger.of(file.number()).receivable()).isEqualTo(new BigDecimal("0.00"));
    }
}
