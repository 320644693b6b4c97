package org.yiban.exchange;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.exchange.Inbox.Receipt;
import org.yiban.exchange.Inbox.Result;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.region.ServedPools;

/** Lets a partner's signed messages into the inbox, or turns them away and keeps why. */
@Component
class TakingIn {

    private static final int KEPT_OF_A_PARTNER = 1_000;

    private final MessageBox inbox;
    private final Exchange exchange;
    private final ServedPools served;
    private final Partners partners;
    private final Routes routes;
    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    TakingIn(
            MessageBoxes boxes,
            Exchange exchange,
            ServedPools served,
            Partners partners,
            Routes routes,
            JdbcClient jdbc,
            BusinessTime time,
            TransactionTemplate transaction) {
        this.inbox = boxes.in();
        this.exchange = exchange;
        this.served = served;
        this.partners = partners;
        this.routes = routes;
        this.jdbc = jdbc;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Takes a message whose signature is the partner's.
     *
     * @throws ProblemException INVALID_INPUT if it cannot be read or is for nobody here; that is kept
     */
    Receipt take(Party partner, byte[] body) {
        Message message = null;
        try {
            message = Envelope.read(body);
            check(partner, message);
        } catch (ProblemException refusal) {
            turnAway(partner, message, Envelope.sha256(body), refusal.getMessage());
            throw refusal;
        }
        return put(partner, message);
    }

    private void check(Party partner, Message message) {
        Violations wrong = new Violations();
        boolean forUs = message.to().isPool()
                && served.contains(message.to().toPool())
                && partners.configured(partner.name(), message.to().toPool());
        if (!forUs) {
            wrong.add("to", message.to().name(), "应为本系统服务、并由 " + partner + " 往来的统筹区");
        }
        boolean theirs = message.from().equals(partner)
                || forUs && routes.mayCome(partner, message.from(), message.to().toPool());
        if (!theirs) {
            wrong.add("from", message.from().name(), "与签名不符：签名属于 " + partner);
        }
        Party sender = theirs ? message.from() : partner;
        if (!exchange.listens(message.type(), sender)) {
            wrong.add("type", message.type(), "本系统不接收 " + sender + " 的这类消息");
        }
        wrong.throwIfAny();
    }

    private Receipt put(Party partner, Message message) {
        byte[] digest = Envelope.digest(message);
        byte[] before = transaction.execute(status -> {
            if (inbox.put(message)) {
                jdbc.sql("update yiban.inbox set digest = ? where sender = ? and message_key = ?")
                        .params(digest, message.from().name(), message.key())
                        .update();
                return null;
            }
            return jdbc.sql("select digest from yiban.inbox where sender = ? and message_key = ?")
                    .params(message.from().name(), message.key())
                    .query(byte[].class)
                    .single();
        });
        if (before == null) {
            return new Receipt(Result.NEW, message.key(), null, List.of());
        }
        if (Arrays.equals(before, digest)) {
            return new Receipt(Result.REPEATED, message.key(), null, List.of());
        }
        String why = "编号 " + message.key() + " 的消息已经收到过，内容不同；先到的有效，这一条不予接收";
        turnAway(partner, message, digest, why);
        return new Receipt(Result.CONTRADICTING, message.key(), why, List.of());
    }

    /** Keeps that a message was turned away; the same one again is only counted. */
    private void turnAway(Party partner, Message message, byte[] digest, String why) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into yiban.turned_away as t
                                (sender, recipient, message_key, type, digest, reason, first_at, last_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (sender, digest) do update set times = t.times + 1, last_at = excluded.last_at
                            """)
                    .params(
                            partner.name(),
                            message == null ? "" : message.to().name(),
                            message == null ? "" : message.key(),
                            message == null ? "" : message.type(),
                            digest,
                            why,
                            time.now().toOffsetDateTime(),
                            time.now().toOffsetDateTime())
                    .update();
            jdbc.sql("""
                            delete from yiban.turned_away where sender = ? and id <=
                                (select id from yiban.turned_away where sender = ? order by id desc offset ? limit 1)
                            """)
                    .params(partner.name(), partner.name(), KEPT_OF_A_PARTNER)
                    .update();
        });
    }
}
