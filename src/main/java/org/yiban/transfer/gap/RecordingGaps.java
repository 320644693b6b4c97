package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.person.Enrolment;
import org.yiban.person.LateMonths;
import org.yiban.person.MemberIdentity;
import org.yiban.person.NewPayment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.Scheme;

/**
 * Puts what was paid for a gap on record: its months, marked as paid later, so that they count like any others, and the
 * payments, so that a refund can name them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordingGaps {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final LateMonths months;
    private final Payments payments;
    private final People people;
    private final CollectionOrders collections;
    private final Cases cases;

    RecordingGaps(LateMonths months, Payments payments, People people, CollectionOrders collections, Cases cases) {
        this.months = months;
        this.payments = payments;
        this.people = people;
        this.collections = collections;
        this.cases = cases;
    }

    /** The gap is paid: its months and payments stand in the record of the transfer-in pool. Done twice, it is done once. */
    void paid(BenefitGap gap) {
        YearMonth first = firstUnpaid(gap);
        SortedMap<YearMonth, BigDecimal> gapMonths = new TreeMap<>();
        for (int i = 0; i < gap.quotes().unpaidMonths(); i++) {
            gapMonths.put(first.plusMonths(i), null);
        }
        int added = months.record(gap.personId(), gap.pool(), gapMonths, gap.receivedOn())
                .size();
        collections.of(gap.caseNumber()).stream()
                .filter(order -> gap.ordered(order.key()) && order.collected().signum() > 0)
                .forEach(order -> record(
                        gap, reference(order), order.collected(), order.receivedOn(), first, gapMonths.lastKey()));
        cases.note(
                gap.caseNumber(),
                "gapRecorded",
                null,
                "补缴的 " + first + " 至 " + gapMonths.lastKey() + " 记入缴费记录（" + added + " 个月）",
                null);
    }

    /**
     * The transfer ended otherwise: the months that were paid leave the record again. The payments stay on it, for refunds to
     * name.
     *
     * @return the orders whose money was on record, which has to go back; empty if there are none
     */
    List<CollectionOrder> takenBack(BenefitGap gap) {
        List<CollectionOrder> recorded = new ArrayList<>();
        SortedSet<YearMonth> paidFor = new TreeSet<>();
        for (CollectionOrder order : collections.of(gap.caseNumber())) {
            if (BenefitGap.isOrderKey(order.key())) {
                payments.find(reference(order)).ifPresent(payment -> {
                    recorded.add(order);
                    payment.from()
                            .atDay(1)
                            .datesUntil(payment.to().plusMonths(1).atDay(1), Period.ofMonths(1))
                            .map(YearMonth::from)
                            .forEach(paidFor::add);
                });
            }
        }
        SortedSet<YearMonth> gone = new TreeSet<>();
        recorded.stream()
                .map(CollectionOrder::receivedOn)
                .distinct()
                .forEach(day -> gone.addAll(months.takeBack(gap.personId(), gap.pool(), paidFor, day)));
        if (!gone.isEmpty()) {
            cases.note(gap.caseNumber(), "gapTakenBack", null, "转移没有办成，已补缴的 " + gone.size() + " 个月从缴费记录撤下，款项退还", null);
        }
        return recorded;
    }

    /** Receipt number on record of what came in of an order that was paid in full. */
    static String reference(CollectionOrder order) {
        return order.caseNumber() + "-B" + order.key().substring(order.key().lastIndexOf('/') + 1);
    }

    /**
     * Money for a gap that goes back: it stands on record, so that a refund can name it.
     *
     * @param id ours of that money
     * @return its receipt number on record
     */
    String goesBack(BenefitGap gap, long id, BigDecimal amount, LocalDate receivedOn) {
        String reference = gap.caseNumber() + "-B" + id + "T";
        record(gap, reference, amount, receivedOn, YearMonth.from(receivedOn), YearMonth.from(receivedOn));
        return reference;
    }

    private void record(
            BenefitGap gap, String reference, BigDecimal amount, LocalDate receivedOn, YearMonth from, YearMonth to) {
        payments.record(new NewPayment(
                reference,
                gap.personId(),
                gap.pool(),
                identity(gap),
                receivedOn,
                from,
                to,
                amount,
                NOTHING,
                false,
                receivedOn));
    }

    private static YearMonth firstUnpaid(BenefitGap gap) {
        return YearMonth.parse(gap.facts().value("lastPaidMonth")).plusMonths(1);
    }

    /** As the move stands; who has no relation there any more pays for themselves. */
    private MemberIdentity identity(BenefitGap gap) {
        String stated = gap.facts().value("identity");
        return stated != null
                ? MemberIdentity.valueOf(stated)
                : people.openEnrolment(gap.personId(), gap.pool(), Scheme.EMPLOYEE)
                        .map(Enrolment::identity)
                        .orElse(MemberIdentity.FLEXIBLE);
    }
}
