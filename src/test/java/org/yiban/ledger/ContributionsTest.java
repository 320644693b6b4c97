package org.yiban.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseFile;
import org.yiban.ledger.Settlement.Effect;
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

    @Autowired
    UnassignedReceipts unassigned;

    @Autowired
    PaymentOrders orders;

    @Autowired
    BatchedOrders batched;

    @Test
    void contributionsThatComeInAreIncomeAndNothingIsRecovered() {
        CaseFile file = money.openIn(LIAOCHENG);
        String key = ordered(file);

        settle(key, CollectionState.PARTLY, "40.00", "BF-1");

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

    @Test
    void whatComesLateIsHeldOnceHoweverOftenItIsSaidAndCountsOnce() {
        CaseFile file = money.openIn(LIAOCHENG);
        String key = ordered(file);
        settle(key, CollectionState.EXPIRED, "0.00", null);

        assertThat(settle(key, CollectionState.PAID, "100.00", "BF-2")).isEqualTo(Effect.CONTRADICTED);
        assertThat(settle(key, CollectionState.PAID, "100.00", "BF-2")).isEqualTo(Effect.REPEATED);
        assertThat(ledger.of(file.number()).unassigned()).isEqualByComparingTo("100.00");
        in(() -> unassigned.count(file.number(), key + " BF-2"));
        in(() -> unassigned.count(file.number(), key + " BF-2"));

        assertThat(kinds(file)).endsWith(PostingKind.RECEIPT_HELD, PostingKind.RECEIPT_COUNTED);
        assertThat(ledger.of(file.number()).unassigned()).isEqualByComparingTo("0.00");
    }

    @Test
    void moreThanWasAskedForIsHeldApartAndGoesBackOnce() {
        CaseFile file = money.openIn(LIAOCHENG);
        String key = ordered(file);

        assertThat(settle(key, CollectionState.PAID, "130.00", "BF-3")).isEqualTo(Effect.SETTLED);
        assertThat(settle(key, CollectionState.PAID, "130.00", "BF-3")).isEqualTo(Effect.REPEATED);
        assertThat(settle(key, CollectionState.PAID, "100.00", "BF-3")).isEqualTo(Effect.CONTRADICTED);
        assertThat(collections.require(key).collected()).isEqualByComparingTo("100.00");
        assertThat(ledger.of(file.number()).unassigned()).isEqualByComparingTo("30.00");
        in(() -> unassigned.returned(file.number(), key + " BF-3（多收至 130.00 元）"));
        in(() -> unassigned.returned(file.number(), key + " BF-3（多收至 130.00 元）"));

        assertThat(kinds(file)).endsWith(PostingKind.RECEIPT_HELD, PostingKind.RECEIPT_RETURNED);
        assertThat(settle(key, CollectionState.PAID, "150.00", "BF-3")).isEqualTo(Effect.CONTRADICTED);
        assertThat(ledger.of(file.number()).unassigned()).isEqualByComparingTo("20.00");
        assertThat(ledger.balances(LIAOCHENG).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
    }

    @Test
    void whatGoesBackByARefundIsOpenUntilThatIsPaid() {
        CaseFile file = money.openIn(LIAOCHENG);
        String key = ordered(file);
        settle(key, CollectionState.PAID, "100.00", "BF-4");
        in(() -> unassigned.release(file.number(), LIAOCHENG, key + " BF-4", new BigDecimal("100.00"), DAY));
        CaseFile refund = money.openIn(LIAOCHENG);
        long payment = money.paymentOf(refund);
        PaymentOrder order =
                transaction.execute(status -> orders.issue(MoneyCases.request(refund, payment, 1, "100.00")));

        in(() -> unassigned.goesBackBy(file.number(), key + " BF-4", refund.number()));
        assertThat(ledger.of(file.number()).unassigned()).isEqualByComparingTo("100.00");
        in(() -> {
            batched.putInto("U", LIAOCHENG, List.of(order.key()), 1, "financelc");
            batched.leave("U", List.of(order.id()));
            orders.settle(order.key(), 1, new Settlement(OrderState.PAID, null, "R", null));
        });

        assertThat(ledger.of(file.number()).unassigned()).isEqualByComparingTo("0.00");
        assertThat(kinds(file)).endsWith(PostingKind.RECEIPT_RELEASED, PostingKind.RECEIPT_REFUNDED);
    }

    private String ordered(CaseFile file) {
        String key = file.number() + "/contribution";
        in(() -> collections.order(
                key,
                CollectionPurpose.CONTRIBUTION,
                file.number(),
                LIAOCHENG,
                file.personId(),
                new BigDecimal("100.00"),
                LocalDate.of(2026, 12, 31)));
        return key;
    }

    private Effect settle(String key, CollectionState state, String amount, String receipt) {
        return transaction.execute(status ->
                collections.settle(key, state, new BigDecimal(amount), receipt, receipt == null ? null : DAY));
    }

    private List<PostingKind> kinds(CaseFile file) {
        return ledger.postings(file.number()).stream().map(Posting::kind).toList();
    }

    private void in(Runnable change) {
        transaction.executeWithoutResult(status -> change.run());
    }
}
