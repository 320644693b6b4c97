package org.yiban.payment;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violation;
import org.yiban.payment.files.FileDefects;
import org.yiban.payment.files.ResultFile;
import org.yiban.payment.files.ResultFileReader;
import org.yiban.payment.files.ResultFormat;
import org.yiban.payment.files.ResultRow;
import org.yiban.region.RegionCode;

/**
 * Takes result files of the treasury, whole or not at all: a file with a single defect changes nothing, and what is wrong
 * with it is kept for the reconciliation. A file that was taken before is not taken again.
 */
@Component
public class ReceivingResults {

    private final BatchRecords batches;
    private final ResultRecords results;
    private final BatchNotes notes;
    private final Access access;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    ReceivingResults(
            BatchRecords batches,
            ResultRecords results,
            BatchNotes notes,
            Access access,
            BusinessTime time,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.results = results;
        this.notes = notes;
        this.access = access;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes a file that finance uploads for a batch.
     *
     * @return whether it is new
     * @throws ProblemException INVALID_INPUT naming what is wrong row by row; NOT_FOUND, FORBIDDEN, CONFLICT
     */
    public boolean upload(CaseNumber number, String name, byte[] content) {
        PaymentBatch batch = batches.find(number)
                .filter(found -> access.current().casePools().contains(found.pool()))
                .orElseThrow(() -> BatchRecords.unknown(number.value()));
        CurrentUser user = access.require(batch.pool(), Role.FINANCE);
        try {
            ResultFile file = ResultFileReader.read(content);
            return Boolean.TRUE.equals(transaction.execute(
                    status -> keep(batch.pool(), number.value(), file, name, PaymentFiles.sha256(content), user.id())));
        } catch (ProblemException refusal) {
            transaction.executeWithoutResult(status -> keepRefused(batch.pool(), name, content, refusal, user.id()));
            throw refusal;
        }
    }

    /** Takes a file that came through the exchange for a pool; joins the transaction of its message. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeMessage(RegionCode pool, String number, String name, byte[] content) {
        try {
            keep(pool, number, ResultFileReader.read(content), name, PaymentFiles.sha256(content), null);
        } catch (ProblemException refusal) {
            keepRefused(pool, name, content, refusal, null);
        }
    }

    private boolean keep(RegionCode pool, String number, ResultFile file, String name, String sha256, String by) {
        PaymentBatch batch =
                find(number).filter(found -> found.pool().equals(pool)).orElseThrow(() -> BatchRecords.unknown(number));
        if (batch.leftAt() == null) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "batch",
                    number,
                    "批次还没有发出，不能有结果；现为：" + batch.state().title());
        }
        Map<String, BatchLine> lines =
                batches.lines(batch.number()).stream().collect(Collectors.toMap(BatchLine::order, Function.identity()));
        check(batch, file, lines);
        Optional<Long> kept = results.keep(batch, file, name, sha256, by, lines);
        kept.ifPresent(id -> notes.add(
                batch.number(), "收到结果文件 %s：%d 笔".formatted(name, file.rows().size()), by));
        return kept.isPresent();
    }

    private void check(PaymentBatch batch, ResultFile file, Map<String, BatchLine> lines) {
        FileDefects defects = new FileDefects();
        if (!batch.number().value().equals(file.batch())) {
            defects.ofFile(file.batch(), "文件是批次 " + file.batch() + " 的结果，不是 " + batch.number());
            defects.throwIfAny();
        }
        if (file.originalOrders() != null && file.originalOrders() != batch.orders()) {
            defects.ofFile(
                    String.valueOf(file.originalOrders()),
                    "原批次笔数不符：文件写 " + file.originalOrders() + " 笔，批次为 " + batch.orders() + " 笔");
        }
        if (file.originalTotal() != null && file.originalTotal().compareTo(batch.total()) != 0) {
            defects.ofFile(
                    file.originalTotal().toPlainString(),
                    "原批次金额不符：文件写 " + file.originalTotal() + " 元，批次为 " + batch.total() + " 元");
        }
        if (file.latestDay() != null && file.latestDay().isAfter(time.today())) {
            defects.ofFile(file.latestDay().toString(), "写明的日期 " + file.latestDay() + " 晚于今天（" + time.today() + "）");
        }
        for (ResultRow row : file.rows()) {
            BatchLine line = lines.get(row.order());
            if (line == null) {
                defects.ofRow(row.number(), row.order(), "批次中没有付款单 " + row.order());
            } else if (line.amount().compareTo(row.amount()) != 0) {
                defects.ofRow(
                        row.number(),
                        row.amount().toPlainString(),
                        "付款单 " + row.order() + " 金额不符：文件写 " + row.amount() + " 元，应为 " + line.amount() + " 元");
            }
        }
        defects.throwIfAny();
    }

    private void keepRefused(RegionCode pool, String name, byte[] content, ProblemException refusal, String by) {
        boolean xml = content.length > 0 && content[0] == '<';
        results.keepRefused(
                pool,
                xml ? ResultFormat.PAIN002 : ResultFormat.CSV,
                name,
                PaymentFiles.sha256(content),
                why(refusal),
                by);
    }

    private static String why(ProblemException refusal) {
        return refusal.violations().isEmpty()
                ? refusal.getMessage()
                : refusal.violations().stream().map(Violation::message).collect(Collectors.joining("；"));
    }

    private Optional<PaymentBatch> find(String number) {
        try {
            return batches.find(new CaseNumber(number));
        } catch (ProblemException noNumber) {
            return Optional.empty();
        }
    }
}
