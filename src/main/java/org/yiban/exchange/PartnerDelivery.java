package org.yiban.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.exchange.MessageBox.Waiting;
import org.yiban.exchange.PartnerClient.Answer;
import org.yiban.exchange.PartnerClient.Fate;

/**
 * Carries messages to the partners outside, each partner's on a thread of its own, so that a slow one holds up nobody
 * else. No transaction is open while a partner is waited for: a message is taken for a while, and due again after it if
 * this node dies. So it is delivered at least once; its key tells the partner that it is the same.
 */
@Component
public class PartnerDelivery implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerDelivery.class);
    private static final Duration TO_SPARE = Duration.ofSeconds(10);

    private final MessageBox outbox;
    private final Partners partners;
    private final PartnerClient client;
    private final TransactionTemplate transaction;
    private final Map<String, CompletableFuture<Void>> runs = new ConcurrentHashMap<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(new CustomizableThreadFactory("partner-delivery-"));

    PartnerDelivery(MessageBoxes boxes, Partners partners, PartnerClient client, TransactionTemplate transaction) {
        this.outbox = boxes.out();
        this.partners = partners;
        this.client = client;
        this.transaction = transaction;
    }

    /** Begins to deliver everything that is due to partners, where that is not going on already; done when all is. */
    public CompletableFuture<Void> deliverAll() {
        return CompletableFuture.allOf(partners.names().stream()
                .map(partner ->
                        runs.compute(partner, (name, run) -> run != null && !run.isDone() ? run : begin(partner)))
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> begin(String partner) {
        return CompletableFuture.runAsync(() -> deliverDue(partner), threads).whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.warn("Messages to {} could not be moved", partner, failure);
            }
        });
    }

    private void deliverDue(String partner) {
        try {
            boolean more = true;
            while (more) {
                more = deliverNext(partner);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Delivers one message; returns whether it is worth going on at once. */
    private boolean deliverNext(String partner) throws InterruptedException {
        Duration lease = client.timeout().plus(TO_SPARE);
        Optional<Waiting> next = transaction.execute(status -> outbox.takeNext(partner, lease));
        if (next.isEmpty()) {
            return false;
        }
        Waiting waiting = next.get();
        Answer answer = client.post(partners.address(partner), Envelope.write(waiting.message(), waiting.writtenAt()));
        transaction.executeWithoutResult(status -> keep(waiting, answer));
        if (answer.fate() != Fate.DELIVERED) {
            LOG.warn("Message {} to {}: {}", waiting.message().key(), partner, answer.why());
        }
        return answer.fate() != Fate.FAILED;
    }

    private void keep(Waiting waiting, Answer answer) {
        switch (answer.fate()) {
            case DELIVERED -> outbox.done(waiting.id());
            case REFUSED -> outbox.refuse(waiting.id(), answer.why());
            case FAILED -> outbox.giveBack(waiting, answer.why());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
