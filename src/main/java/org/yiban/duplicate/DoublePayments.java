package org.yiban.duplicate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.person.Payment;
import org.yiban.person.Payments;

/** What was paid for the same months in both relations: one of each pair may be given back. Writes nothing. */
@Component
class DoublePayments {

    private final Payments payments;

    DoublePayments(Payments payments) {
        this.payments = payments;
    }

    /** The pairs of payments with the months that both pay for, by the day on which the first one arrived. */
    List<DoublePayment> of(DuplicateCase found) {
        List<Payment> all = payments.ofAll(Set.of(found.personId())).getOrDefault(found.personId(), List.of());
        List<DoublePayment> twice = new ArrayList<>();
        for (Payment one : all) {
            for (Payment other : all) {
                if (belongs(one, found.first()) && belongs(other, found.second()) && one.overlaps(other)) {
                    twice.add(new DoublePayment(
                            one, other, later(one.from(), other.from()), earlier(one.to(), other.to())));
                }
            }
        }
        return twice;
    }

    private static boolean belongs(Payment payment, Relation relation) {
        return payment.pool().equals(relation.pool()) && payment.scheme() == relation.scheme();
    }

    private static YearMonth later(YearMonth a, YearMonth b) {
        return a.isAfter(b) ? a : b;
    }

    private static YearMonth earlier(YearMonth a, YearMonth b) {
        return a.isBefore(b) ? a : b;
    }

    /**
     * Two payments for the same months.
     *
     * @param from first month that both pay for
     * @param to last month that both pay for
     */
    record DoublePayment(Payment first, Payment second, YearMonth from, YearMonth to) {}
}
