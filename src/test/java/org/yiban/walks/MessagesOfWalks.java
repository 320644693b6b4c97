package org.yiban.walks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Exchange;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.partners.Behaviour;
import org.yiban.partners.RegionSimulator;
import org.yiban.partners.TaxBureauSimulator;

/** The messages of a walk over transfers, between pools and with agencies elsewhere and the tax bureau. */
@Component
@Lazy
class MessagesOfWalks {

    private final JdbcClient jdbc;
    private final Exchange exchange;
    private final PartnerDelivery delivery;
    private final RegionSimulator regions;
    private final TaxBureauSimulator taxBureau;

    private final Map<String, Long> before = new HashMap<>();

    MessagesOfWalks(
            JdbcClient jdbc,
            Exchange exchange,
            PartnerDelivery delivery,
            RegionSimulator regions,
            TaxBureauSimulator taxBureau) {
        this.jdbc = jdbc;
        this.exchange = exchange;
        this.delivery = delivery;
        this.regions = regions;
        this.taxBureau = taxBureau;
    }

    /** None is under way that belongs to the walk; partners behave well. */
    void begin() {
        for (String box : List.of("outbox", "inbox")) {
            before.put(
                    box,
                    jdbc.sql("select coalesce(max(id), 0) from yiban." + box)
                            .query(Long.class)
                            .single());
        }
        behaveWell();
    }

    private void behaveWell() {
        regions.behaves(Behaviour.ANSWER);
        taxBureau.behaves(Behaviour.ANSWER);
    }

    /** Agencies elsewhere behave otherwise from now on. */
    void behave(Behaviour behaviour) {
        regions.behaves(behaviour);
    }

    /** Messages leave, are answered, are heard, until none leaves any more. */
    void exchange() {
        exchange.moveAll();
        while (leaves()) {
            delivery.deliverAll().join();
            awaitAnswers();
            exchange.moveAll();
        }
    }

    private boolean leaves() {
        return jdbc.sql("""
                        select exists (select from yiban.outbox where partner is not null and delivered_at is null
                            and refused_at is null and next_attempt_at <= now())
                        """).query(Boolean.class).single();
    }

    private void awaitAnswers() {
        try {
            regions.awaitAnswered();
            taxBureau.awaitAnswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything that is under way arrives; returns how many messages nobody could take. */
    int comeToRest() {
        behaveWell();
        regions.release();
        taxBureau.release();
        awaitAnswers();
        int left = hurry();
        for (int i = 0; i < 3 && left > 0; i++) {
            exchange();
            left = hurry();
        }
        return left;
    }

    /** What is under way is due now; returns how many messages that are. */
    private int hurry() {
        return hurry("outbox", "delivered_at") + hurry("inbox", "handled_at");
    }

    private int hurry(String box, String done) {
        return jdbc.sql("update yiban." + box + " set next_attempt_at = now() where " + done
                        + " is null and refused_at is null and id > ?")
                .param(before.get(box))
                .update();
    }
}
