package org.yiban.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.region.RegionCode;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Cases with something to pay, for tests of money. */
@Component
public class MoneyCases {

    /** The bank of all fictitious accounts. */
    public static final String BANK = "102100099996";

    private static final String CARD = "6222020000000000000";
    private static final AtomicInteger REFERENCES =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100_000_000));

    private final Applicants applicants;
    private final Cases cases;
    private final PaymentOrders orders;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    MoneyCases(
            Applicants applicants,
            Cases cases,
            PaymentOrders orders,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.applicants = applicants;
        this.cases = cases;
        this.orders = orders;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** An open case of somebody of the pool. */
    public CaseFile openIn(RegionCode pool) {
        Applicant applicant = applicants.employedIn(pool);
        return transaction.execute(status -> cases.open(CaseKind.TRANSFER_IN, pool, applicant.id(), "test"));
    }

    /** An order over three months of a payment of its own. */
    public PaymentOrder orderIn(RegionCode pool, String amount) {
        CaseFile file = openIn(pool);
        return transaction.execute(status -> orders.issue(request(file, paymentOf(file), 3, amount)));
    }

    /** A request over the first months of 2026. */
    public static OrderRequest request(CaseFile file, long paymentId, int months, String amount) {
        BigDecimal yuan = new BigDecimal(amount);
        return new OrderRequest(
                file.number() + "/refund",
                file.number(),
                file.pool(),
                file.personId(),
                OrderPurpose.REFUND,
                yuan,
                payee(),
                MonthShare.spread(paymentId, months(months), yuan));
    }

    /** A fictitious payee with a valid card. */
    public static Payee payee() {
        return Payee.parse("payee.", "虚构·张测试", CARD, BANK, false);
    }

    /** A payment of the case's person for the whole year 2026, enough for whatever tests give back. */
    public long paymentOf(CaseFile file) {
        return paymentOf(file, "12000.00");
    }

    /** A payment of the case's person of so much for the whole year 2026. */
    public long paymentOf(CaseFile file, String amount) {
        return jdbc.sql("""
                        insert into yiban.payment (reference, person_id, pool, scheme, identity, paid_on, from_month,
                            to_month, personal_amount, subsidy_amount, account_credited, lump_sum, benefit_from)
                        values (?, ?, ?, 'EMPLOYEE', 'FLEXIBLE', '2026-01-05', '2026-01-01', '2026-12-01', ?::numeric, 0,
                            0, false, '2026-01-01') returning id
                        """)
                .params(
                        "MONEY-" + REFERENCES.getAndIncrement(),
                        file.personId(),
                        file.pool().value(),
                        amount)
                .query(Long.class)
                .single();
    }

    private static List<YearMonth> months(int count) {
        return IntStream.range(0, count)
                .mapToObj(YearMonth.of(2026, 1)::plusMonths)
                .toList();
    }
}
