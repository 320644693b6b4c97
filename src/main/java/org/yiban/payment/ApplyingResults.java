package org.yiban.payment;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.BusinessTime;
import org.yiban.ledger.Settlement;
import org.yiban.ledger.Settlement.Effect;
import org.yiban.payment.ResultRecords.Unapplied;

/**
 * Brings the results of files into the ledger, a transaction a payment, so that a file of any size can be interrupted and
 * taken up again by any node. A result that fails is left for the next time and holds up no other.
 */
@Component
public class ApplyingResults {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyingResults.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ResultRecords results;
    private final BatchRecords batches;
    private final SettlingPayments settling;
    private final PaymentProcess process;
    private final TransactionTemplate transaction;
    private final BusinessTime time;
    private final Map<String, ZonedDateTime> failed = new ConcurrentHashMap<>();

    ApplyingResults(
            ResultRecords results,
            BatchRecords batches,
            SettlingPayments settling,
            PaymentProcess process,
            PlatformTransactionManager transactions,
            BusinessTime time) {
        this.results = results;
        this.batches = batches;
        this.settling = settling;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
    }

    /** Applies every result that waits, those that failed not before some time; returns how many were applied. */
    public int applyAll() {
        int applied = 0;
        for (long file : results.unapplied()) {
            int row = 0;
            for (Optional<Unapplied> next = results.next(file, row); next.isPresent(); next = results.next(file, row)) {
                row = next.get().row();
                applied += apply(next.get()) ? 1 : 0;
            }
        }
        return applied;
    }

    private boolean apply(Unapplied result) {
        String name = result.file() + "/" + result.row();
        if (failed.getOrDefault(name, time.now()).isAfter(time.now())) {
            return false;
        }
        try {
            if (Boolean.TRUE.equals(transaction.execute(status -> settle(result)))) {
                failed.remove(name);
                return true;
            }
            failed.put(name, time.now().plus(PAUSE));
            return false;
        } catch (RuntimeException e) {
            LOG.warn("Result {} was not applied, to be tried again in {}", name, PAUSE, e);
            failed.put(name, time.now().plus(PAUSE));
            return false;
        }
    }

    /** Whether the result says something by now: one after payment waits as long as people work on the case. */
    private boolean settle(Unapplied result) {
        PaymentBatch batch = batches.lock(result.batch());
        if (!results.waits(result.file(), result.row())) {
            return true;
        }
        Effect effect = settling.settle(
                result.batch(),
                result.orderId(),
                result.order(),
                result.attempt(),
                new Settlement(
                        result.state(),
                        result.reason(),
                        "结果文件 " + result.fileName(),
                        result.by(),
                        result.afterPayment()));
        if (effect == Effect.LATER) {
            return false;
        }
        results.applied(result.file(), result.row(), effect);
        if (results.leftUnknown(result.file())) {
            process.tell(PaymentModel.RESULTS_UNKNOWN, batch);
        }
        return true;
    }
}
