package org.yiban.payment;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.Role;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.Account;
import org.yiban.ledger.Ledger;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.OrderTotal;
import org.yiban.ledger.PaymentOrders;
import org.yiban.payment.Reconciliation.OrdersByState;
import org.yiban.payment.files.PaymentFormat;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Holds orders, ledger, files and results of a pool against each other (对账), as they stand at one moment. */
@Component
public class Reconciling {

    /** How many of the latest batches have their files opened and compared. */
    private static final int BATCHES = 100;

    /** What spreadsheets take for a formula when they open a CSV file. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private final Access access;
    private final Ledger ledger;
    private final PaymentOrders orders;
    private final BatchRecords batches;
    private final PaymentFiles files;
    private final FindingQueries queries;
    private final Regions regions;
    private final BusinessTime time;

    Reconciling(
            Access access,
            Ledger ledger,
            PaymentOrders orders,
            BatchRecords batches,
            PaymentFiles files,
            FindingQueries queries,
            Regions regions,
            BusinessTime time) {
        this.access = access;
        this.ledger = ledger;
        this.orders = orders;
        this.batches = batches;
        this.files = files;
        this.queries = queries;
        this.regions = regions;
        this.time = time;
    }

    /**
     * The report of a pool.
     *
     * @throws org.yiban.kernel.ProblemException FORBIDDEN for who does not see the pool's money
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Reconciliation of(RegionCode pool) {
        access.require(pool, Role.FINANCE, Role.SUPERVISE, Role.AUDIT);
        List<PaymentBatch> looked = batches.of(pool, BATCHES);
        List<Finding> findings = new ArrayList<>();
        looked.stream().filter(batch -> batch.leftAt() != null).forEach(batch -> checkFiles(batch, findings));
        findings.addAll(queries.of(pool));
        Map<Account, BigDecimal> balances = ledger.balances(pool);
        return new Reconciliation(
                pool.value(),
                regions.fullName(pool),
                time.now(),
                ledger.of(pool),
                titled(balances),
                balances.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                byState(orders.totals(pool)),
                findings,
                looked.size());
    }

    /** The report as comma-separated values, for spreadsheets: UTF-8, text that looks like a formula begins with {@code '}. */
    public String csv(Reconciliation report) {
        StringWriter text = new StringWriter();
        text.append('\uFEFF');
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord("类别", "对象", "批次", "金额", "说明", "处理");
            for (OrdersByState state : report.orders()) {
                printer.printRecord("付款单", state.title(), null, state.amount(), state.orders() + " 张", null);
            }
            for (Map.Entry<String, BigDecimal> balance : report.balances().entrySet()) {
                printer.printRecord("台账余额", balance.getKey(), null, balance.getValue(), null, null);
            }
            printer.printRecord("台账余额", "合计（应为 0）", null, report.balanceSum(), null, null);
            for (Finding finding : report.findings()) {
                printer.printRecord(
                        finding.title(),
                        harmless(finding.subject()),
                        finding.batch(),
                        finding.amount(),
                        harmless(finding.text()),
                        finding.remedy());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Whether every payment of the batch stands in its file with its amount, and nothing else does. */
    private void checkFiles(PaymentBatch batch, List<Finding> findings) {
        String number = batch.number().value();
        try {
            List<String> made = files.require(batch.number(), PaymentFormat.CSV)
                    .content()
                    .lines()
                    .toList();
            files.require(batch.number(), PaymentFormat.PAIN001);
            String totals = made.get(made.size() - 1);
            String expected =
                    "TOTAL," + batch.orders() + ",,,,," + batch.total().toPlainString() + ",";
            if (!totals.equals(expected) || made.size() != batch.orders() + 2) {
                findings.add(Finding.of(FindingKind.FILE_DIFFERS, number, number, batch.total(), "文件的合计行与批次的笔数、金额不一致"));
            }
        } catch (RuntimeException e) {
            findings.add(Finding.of(FindingKind.FILE_DIFFERS, number, number, batch.total(), "付款文件打不开，或与发出时的摘要不一致"));
        }
    }

    private static List<OrdersByState> byState(Map<OrderState, OrderTotal> totals) {
        return totals.entrySet().stream()
                .map(each -> new OrdersByState(
                        each.getKey().name(),
                        each.getKey().title(),
                        each.getValue().orders(),
                        each.getValue().amount()))
                .toList();
    }

    private static Map<String, BigDecimal> titled(Map<Account, BigDecimal> balances) {
        Map<String, BigDecimal> titled = new LinkedHashMap<>();
        balances.forEach((account, balance) -> titled.put(account.title(), balance));
        return titled;
    }

    private static String harmless(String text) {
        return text != null && FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
