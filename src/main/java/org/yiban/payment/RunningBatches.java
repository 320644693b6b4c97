package org.yiban.payment;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.BankAccount;
import org.yiban.ledger.BatchedOrders;
import org.yiban.ledger.PaymentOrders;
import org.yiban.payment.files.PaymentFormat;
import org.yiban.payment.files.PaymentLine;
import org.yiban.payment.files.PaymentList;

/** The steps of a batch that need no person. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RunningBatches {

    private final BatchRecords records;
    private final BatchedOrders batched;
    private final PaymentOrders orders;
    private final PaymentFiles files;
    private final TreasuryMessages treasury;
    private final PaymentSettings settings;
    private final WorkingCalendars calendars;
    private final BusinessTime time;

    RunningBatches(
            BatchRecords records,
            BatchedOrders batched,
            PaymentOrders orders,
            PaymentFiles files,
            TreasuryMessages treasury,
            PaymentSettings settings,
            WorkingCalendars calendars,
            BusinessTime time) {
        this.records = records;
        this.batched = batched;
        this.orders = orders;
        this.files = files;
        this.treasury = treasury;
        this.settings = settings;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * Makes the files of an approved batch. From here on its money counts as in transit, because nobody can say any more
     * that the file has not left.
     */
    public Leaving makeFiles(CaseNumber number) {
        PaymentBatch batch = records.lock(number);
        List<BatchLine> lines = records.lines(number);
        batched.leave(number.value(), lines.stream().map(BatchLine::orderId).toList());
        files.make(number, list(batch, lines));
        boolean connected = treasury.connected(batch.pool());
        int within = settings.resultsWithin(batch.pool());
        records.leave(number, resultsDue(batch, within), connected);
        return new Leaving(connected, within);
    }

    /** Sends the file through the exchange. */
    public void sendFile(CaseNumber number) {
        treasury.send(records.require(number), files.require(number, PaymentFormat.PAIN001));
    }

    /** Opens the orders of a batch that was not approved again. */
    public void release(CaseNumber number) {
        batched.takeOut(
                number.value(),
                records.orderIds(number),
                records.require(number).decidedBy());
    }

    /** Opens the orders of a batch again whose file the treasury did not take; those that are settled stay so. */
    public void comeBack(CaseNumber number) {
        records.lock(number);
        batched.comeBack(number.value(), records.orderIds(number), null);
        records.comeBack(number);
    }

    /** Until when results are awaited that are asked for today. */
    LocalDate resultsDue(PaymentBatch batch, int within) {
        return calendars
                .of(batch.pool().value())
                .addWorkingDays(time.today(), within)
                .date();
    }

    private PaymentList list(PaymentBatch batch, List<BatchLine> lines) {
        ZonedDateTime now = time.now();
        Map<String, BankAccount> accounts =
                orders.accounts(lines.stream().map(BatchLine::order).toList());
        return new PaymentList(
                batch.number().value(),
                now,
                settings.payer(batch.pool()),
                lines.stream()
                        .map(line -> new PaymentLine(
                                line.sequence(),
                                line.order(),
                                line.payeeName(),
                                accounts.get(line.order()),
                                line.amount(),
                                line.purpose().title() + " " + line.caseNumber()))
                        .collect(Collectors.toList()));
    }

    /**
     * How a batch leaves.
     *
     * @param connected whether through the exchange
     * @param workingDays within how many working days the treasury has to answer
     */
    public record Leaving(boolean connected, int workingDays) {}
}
