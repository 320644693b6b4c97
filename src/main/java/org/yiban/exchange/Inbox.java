package org.yiban.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;

/**
 * Takes in what partners send. Who knows no partner's key gets nothing but a refusal: such a message costs no database
 * call, is read only as far as one may be long, and only so many are read at a time.
 */
@Component
public class Inbox {

    /** The header that carries the signature: a JWS (RFC 7515) whose payload, left out, is the body. */
    public static final String SIGNATURE = SigningKeys.HEADER;

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int AT_A_TIME = 16;
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final PartnerKeys keys;
    private final TakingIn takingIn;
    private final MeterRegistry meters;
    private final BusinessTime time;
    private final int largest;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final AtomicReference<ZonedDateTime> warned = new AtomicReference<>();

    Inbox(PartnerKeys keys, TakingIn takingIn, MeterRegistry meters, BusinessTime time, ExchangeProperties properties) {
        this.keys = keys;
        this.takingIn = takingIn;
        this.meters = meters;
        this.time = time;
        this.largest = Math.toIntExact(properties.largest().toBytes());
    }

    /**
     * Takes in a message.
     *
     * @param signature what the header says; {@code null} if there is none
     * @param body the message, read here and only after its signature names a partner
     * @throws IOException if the body does not arrive
     */
    public Receipt receive(String signature, InputStream body) throws IOException {
        Receipt receipt = receiveOrRefuse(signature, body);
        meters.counter("yiban.exchange.received", "result", receipt.result().name())
                .increment();
        return receipt;
    }

    private Receipt receiveOrRefuse(String signature, InputStream body) throws IOException {
        Optional<Party> partner = keys.claimed(signature);
        if (partner.isEmpty()) {
            return unsigned();
        }
        if (!places.tryAcquire()) {
            return Receipt.of(Result.BUSY, "收件繁忙，请稍后重发");
        }
        try {
            byte[] read = body.readNBytes(largest + 1);
            if (read.length > largest) {
                return Receipt.of(Result.TOO_LARGE, "消息不能超过 " + largest + " 字节");
            }
            return keys.verifies(signature, read) ? takingIn.take(partner.get(), read) : unsigned();
        } catch (ProblemException refusal) {
            return new Receipt(Result.INVALID, null, refusal.getMessage(), refusal.violations());
        } finally {
            places.release();
        }
    }

    /** Anybody can send such: the log says so once in a while, the counter each time. */
    private Receipt unsigned() {
        ZonedDateTime now = time.now();
        ZonedDateTime before = warned.get();
        if ((before == null || now.isAfter(before.plus(BETWEEN_WARNINGS))) && warned.compareAndSet(before, now)) {
            LOG.warn("Messages without a valid signature are sent to the inbox; this is said once a minute at most");
        }
        return Receipt.of(Result.UNSIGNED, "签名缺失或无效：请求头 " + SIGNATURE + " 应为已登记公钥的签名（ES256）");
    }

    /** What was done with a message. */
    public enum Result {
        /** It is in the inbox. */
        NEW,
        /** It was there already, the same; nothing changes. */
        REPEATED,
        /** Its key was used for something else before; kept for people to see. */
        CONTRADICTING,
        /** It cannot be read, or is not for anybody here; kept for people to see. */
        INVALID,
        /** Whoever sent it, it was none of the partners. */
        UNSIGNED,
        /** It is larger than messages may be. */
        TOO_LARGE,
        /** Too many came at once; it may come again. */
        BUSY
    }

    /**
     * The answer to who sent a message.
     *
     * @param key of the message; {@code null} where it could not be read
     * @param why in Chinese, where it was not taken in
     * @param violations what is wrong with it, field by field
     */
    public record Receipt(Result result, String key, String why, List<Violation> violations) {

        static Receipt of(Result result, String why) {
            return new Receipt(result, null, why, List.of());
        }
    }
}
