package org.yiban.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageContent;
import org.yiban.exchange.Outbox;
import org.yiban.exchange.Partners;
import org.yiban.exchange.Party;
import org.yiban.kernel.ProblemException;
import org.yiban.ledger.CollectionOrder;
import org.yiban.payment.PaymentFiles.KeptFile;
import org.yiban.region.RegionCode;

/** What is said to treasury and tax bureau, and how what they say is read. */
@Component
class TreasuryMessages {

    static final Party TREASURY = Party.partner("treasury");
    static final Party TAX_BUREAU = Party.partner("taxBureau");

    static final String PAYMENT_FILE = "treasury.payment-file";
    static final String RECEIPT = "treasury.receipt";
    static final String RESULTS = "treasury.results";
    static final String COLLECTION_REQUESTED = "collection.requested";
    static final String COLLECTION_RESULT = "collection.result";

    private static final String PAIN001 = "pain.001.001.09";

    private final Outbox outbox;
    private final Partners partners;
    private final ObjectMapper json;

    TreasuryMessages(Outbox outbox, Partners partners, ObjectMapper json) {
        this.outbox = outbox;
        this.partners = partners;
        this.json = json;
    }

    /** Whether a pool's files go to the treasury through the exchange. */
    boolean connected(RegionCode pool) {
        return partners.configured(TREASURY.name(), pool);
    }

    /** Whether a pool's collection orders go to the tax bureau through the exchange. */
    boolean collectsThroughExchange(RegionCode pool) {
        return partners.configured(TAX_BUREAU.name(), pool);
    }

    void send(PaymentBatch batch, KeptFile file) {
        String number = batch.number().value();
        say(
                PAYMENT_FILE,
                number,
                batch.pool(),
                TREASURY,
                new PaymentFile(number, PAIN001, file.content(), file.sha256()));
    }

    void send(CollectionOrder order) {
        say(
                COLLECTION_REQUESTED,
                order.key(),
                order.pool(),
                TAX_BUREAU,
                new CollectionRequested(
                        order.key(),
                        order.caseNumber().value(),
                        order.amount().toPlainString(),
                        order.lastDay().toString()));
    }

    /**
     * Reads what a partner says.
     *
     * @throws ProblemException INVALID_INPUT naming the field that cannot be read
     */
    <T> T read(Message message, Class<T> type) {
        return MessageContent.read(json, message, type);
    }

    private void say(String type, String matter, RegionCode from, Party to, Object content) {
        String key = type + ":" + matter;
        UUID conversation = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        outbox.send(new Message(key, type, Party.pool(from), to, conversation, write(content)));
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    record PaymentFile(String batch, String format, String file, String sha256) {

        @Override
        public String toString() {
            return batch + " " + sha256;
        }
    }

    record Receipt(String batch, Boolean accepted, String reason) {}

    record Results(String batch, String format, String file) {}

    record CollectionRequested(String order, String caseNumber, String amount, String lastDay) {}

    record CollectionResult(String order, String state, String amount, String at, String receipt) {}
}
