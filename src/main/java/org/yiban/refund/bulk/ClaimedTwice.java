package org.yiban.refund.bulk;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiban.bulk.BulkRow;
import org.yiban.bulk.RowProblem;
import org.yiban.person.Payment;
import org.yiban.person.Scheme;
import org.yiban.refund.CheckedRefund;

/**
 * Finds rows of a person that ask for the same months: of one payment, or of two that are each called the duplicate of
 * the other, so that both would come back.
 */
final class ClaimedTwice {

    private ClaimedTwice() {}

    /** What is wrong with the later row of each such pair, by its place in the list. */
    static Map<Integer, RowProblem> in(List<BulkRow> rows, List<CheckedRefund> checked) {
        Map<Integer, RowProblem> found = new HashMap<>();
        Map<Claimed, Integer> first = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            CheckedRefund refund = checked.get(i);
            if (refund.claim() == null || !refund.violations().isEmpty()) {
                continue;
            }
            Payment payment = refund.claim().payment();
            YearMonth last = refund.application().claimedTo() == null
                    ? payment.to()
                    : refund.application().claimedTo();
            YearMonth month = refund.application().claimedFrom() == null
                    ? payment.from()
                    : refund.application().claimedFrom();
            boolean duplicate = refund.claim().reason().duplicate();
            for (; !month.isAfter(last) && !found.containsKey(i); month = month.plusMonths(1)) {
                Integer earlier = first.putIfAbsent(new Claimed(payment.personId(), payment.id(), null, month), i);
                Integer other = duplicate
                        ? first.putIfAbsent(new Claimed(payment.personId(), null, payment.scheme(), month), i)
                        : null;
                if (earlier != null || other != null) {
                    found.put(
                            i, taken(rows.get(earlier == null ? other : earlier).number(), month));
                }
            }
        }
        return found;
    }

    private static RowProblem taken(int row, YearMonth month) {
        return new RowProblem(
                RefundRows.column("paymentReference"), "第 %d 行已经要求退同一险种 %s 的费用；同一个月只能退一笔".formatted(row, month));
    }

    /** A month that only one row may claim: of a payment or, among duplicates, of a scheme; the other is {@code null}. */
    private record Claimed(long personId, Long payment, Scheme scheme, YearMonth month) {}
}
