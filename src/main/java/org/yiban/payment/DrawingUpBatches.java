package org.yiban.payment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.RunningNumbers;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.BatchedOrders;
import org.yiban.ledger.PaymentOrder;
import org.yiban.region.RegionCode;

/** Finance puts open orders of its pool into a batch, for a second person to approve (编批). */
@Component
public class DrawingUpBatches {

    /** 付款批次. */
    private static final String LETTERS = "FK";

    private final Access access;
    private final RunningNumbers numbers;
    private final BatchedOrders orders;
    private final BatchRecords records;
    private final BatchNotes notes;
    private final PaymentSettings settings;
    private final PaymentProcess process;

    DrawingUpBatches(
            Access access,
            RunningNumbers numbers,
            BatchedOrders orders,
            BatchRecords records,
            BatchNotes notes,
            PaymentSettings settings,
            PaymentProcess process) {
        this.access = access;
        this.numbers = numbers;
        this.orders = orders;
        this.records = records;
        this.notes = notes;
        this.settings = settings;
        this.process = process;
    }

    /**
     * Draws up a batch of the orders named, or of all that are open, the earliest first and as many as a batch takes.
     *
     * @param keys {@code null} for all that are open
     * @throws ProblemException FORBIDDEN for who is not of finance; CONFLICT if no order is open, a named one is not, or no
     *     account to pay from is set; INVALID_INPUT for more orders than a batch takes
     */
    @Transactional
    public PaymentBatch drawUp(RegionCode pool, List<String> keys) {
        CurrentUser user = access.require(pool, Role.FINANCE);
        settings.payer(pool);
        int most = settings.mostOrders(pool);
        Set<String> named = keys == null ? null : new TreeSet<>(keys);
        requireNumber(named, most);
        CaseNumber number = numbers.next(LETTERS, pool);
        List<PaymentOrder> put = orders.putInto(number.value(), pool, named, most, user.id());
        requireAll(named, put, pool);
        records.insert(number, pool, put.stream().map(PaymentOrder::id).toList(), user.id());
        PaymentBatch batch = records.require(number);
        notes.add(number, "编批：%d 笔，%s 元".formatted(batch.orders(), batch.total()), user.id());
        process.start(batch);
        return batch;
    }

    private static void requireNumber(Set<String> named, int most) {
        if (named != null && (named.isEmpty() || named.size() > most)) {
            throw ProblemException.invalid(
                    "orders", String.valueOf(named.size()), "应为 1 到 " + most + " 张付款单；不填则为全部待付的付款单");
        }
    }

    private static void requireAll(Set<String> named, List<PaymentOrder> put, RegionCode pool) {
        if (put.isEmpty() && named == null) {
            throw ProblemException.of(ProblemKind.CONFLICT, "pool", pool.value(), "没有待付的付款单");
        }
        if (named != null && put.size() < named.size()) {
            put.forEach(order -> named.remove(order.key()));
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "orders",
                    String.join("、", named),
                    "以下付款单不是本统筹区待付的付款单：" + named.stream().limit(20).collect(Collectors.joining("、")));
        }
    }
}
