package org.yiban.refund;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.database.PendingWrites;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.Claims;
import org.yiban.person.Payment;

/**
 * Two payments for the same months: one of them comes back as the duplicate, never both. A month is a duplicate's only
 * while another payment that covers it is neither given back nor claimed back.
 */
@Component
class Duplicates {

    private final PendingWrites writes;
    private final RefundRecords records;
    private final Claims claims;

    Duplicates(PendingWrites writes, RefundRecords records, Claims claims) {
        this.writes = writes;
        this.records = records;
        this.claims = claims;
    }

    /**
     * Makes sure that a month stays paid for by another payment, and that nobody claims that one at the same time.
     *
     * @throws ProblemException CONFLICT naming the months that would be paid for by none
     */
    void requireOneLeft(Refund refund, Payment given, Collection<YearMonth> months) {
        if (!refund.reason().duplicate()) {
            return;
        }
        List<Payment> paid = records.allPayments(refund);
        writes.laterReturning(
                "select pg_advisory_xact_lock(hashtextextended('duplicate payments of ' || ?, 0))",
                List.of(refund.personId()),
                row -> {
                    // Held until the transaction ends.
                });
        List<YearMonth> left = unpaid(given, months, paid, claimed(paid));
        if (!left.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "paymentReference", given.reference(), message(left) + "；请不予退费或请申请人撤回");
        }
    }

    /** The claimed months of every payment of people, by payment. */
    Map<Long, Set<YearMonth>> claimed(Collection<Payment> paid) {
        return claims.claimed(paid.stream().map(Payment::id).toList()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new HashSet<>(each.getValue())));
    }

    /** The months of a payment that nothing would pay for any more if it came back, though another payment covers them. */
    static List<YearMonth> unpaid(
            Payment given, Collection<YearMonth> months, List<Payment> paid, Map<Long, Set<YearMonth>> claimed) {
        List<Payment> others = paid.stream()
                .filter(other -> other.id() != given.id() && other.scheme() == given.scheme())
                .toList();
        return months.stream()
                .filter(month -> others.stream().anyMatch(other -> other.covers(month)))
                .filter(month -> others.stream()
                        .filter(other -> other.covers(month))
                        .allMatch(other ->
                                claimed.getOrDefault(other.id(), Set.of()).contains(month)))
                .toList();
    }

    /** What people read of such months. */
    static String message(List<YearMonth> months) {
        return "以下月份的另一笔缴费已经退过或正在办理退费，这一笔不再是重复缴费：%s"
                .formatted(months.stream().map(YearMonth::toString).collect(Collectors.joining("、")));
    }
}
