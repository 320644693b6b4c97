package org.yiban.walks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.exchange.Exchange;
import org.yiban.exchange.PartnerDelivery;
import org.yiban.partners.Behaviour;
import org.yiban.partners.TaxBureauSimulator;
import org.yiban.partners.TreasurySimulator;
import org.yiban.payment.ApplyingResults;
import org.yiban.payment.files.ResultFiles;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/**
 * Those outside whom money goes to and comes from: treasury and tax bureau of the pools that are connected, and a treasury
 * of the others, to whom finance carries files and whose results it uploads.
 */
@Component
@Lazy
class PartnersOfWalks {

    private static final List<Behaviour> BEHAVIOURS = List.of(
            Behaviour.ANSWER,
            Behaviour.REJECT,
            Behaviour.TWICE,
            Behaviour.EARLY,
            Behaviour.LATE,
            Behaviour.CONTRADICT,
            Behaviour.WRONG_TOTALS,
            Behaviour.NEVER,
            Behaviour.BUSY,
            Behaviour.REFUSE,
            Behaviour.UNSURE);

    private final ApiClient api;
    private final JdbcClient jdbc;
    private final Exchange exchange;
    private final PartnerDelivery delivery;
    private final ApplyingResults applying;
    private final TreasurySimulator treasury;
    private final TaxBureauSimulator taxBureau;

    private final Set<String> paidByHand = new HashSet<>();
    private final List<String> askedTwiceByHand = new ArrayList<>();
    private final Map<String, String> saidByHand = new HashMap<>();
    private final Map<String, Long> before = new HashMap<>();

    PartnersOfWalks(
            ApiClient api,
            JdbcClient jdbc,
            Exchange exchange,
            PartnerDelivery delivery,
            ApplyingResults applying,
            TreasurySimulator treasury,
            TaxBureauSimulator taxBureau) {
        this.api = api;
        this.jdbc = jdbc;
        this.exchange = exchange;
        this.delivery = delivery;
        this.applying = applying;
        this.treasury = treasury;
        this.taxBureau = taxBureau;
    }

    /** None of the messages that are under way belongs to the walk; partners behave well. */
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
        treasury.behaves(Behaviour.ANSWER);
        taxBureau.behaves(Behaviour.ANSWER);
    }

    /** Treasury behaves otherwise from now on, or else the tax bureau. */
    void behave(int choice, boolean atTaxBureau) {
        (atTaxBureau ? taxBureau : treasury).behaves(BEHAVIOURS.get(choice % BEHAVIOURS.size()));
    }

    /** Whether whoever pays for the pool of an order has paid it. */
    boolean hasPaid(String order) {
        return treasury.hasPaid(order) || paidByHand.contains(order);
    }

    /** The orders that they were asked to pay when they had paid them. */
    List<String> askedTwice() {
        List<String> all = new ArrayList<>(treasury.askedTwice());
        all.addAll(askedTwiceByHand);
        return all;
    }

    /** The batches whose files treasury took. */
    Set<String> batchesTaken() {
        Set<String> batches = new HashSet<>();
        treasury.received()
                .forEach(message ->
                        batches.add(message.path("payload").path("batch").asText()));
        return batches;
    }

    /** Messages leave, are answered, are heard. */
    void exchange() {
        try {
            delivery.deliverAll().join();
            treasury.awaitAnswered();
            taxBureau.awaitAnswered();
            exchange.moveAll();
            applying.applyAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets everything that waits for a partner or a pause arrive. */
    void comeToRest() {
        behaveWell();
        treasury.release();
        taxBureau.release();
        for (int i = 0; i < 3; i++) {
            hurry("outbox", "delivered_at");
            hurry("inbox", "handled_at");
            exchange();
        }
    }

    private void hurry(String box, String done) {
        jdbc.sql("update yiban." + box + " set next_attempt_at = now() where " + done
                        + " is null and refused_at is null and id > ?")
                .param(before.get(box))
                .update();
    }

    /** The orders of a batch of which nobody knows. */
    List<String> unknown(String batch) {
        return orders(batch, "UNKNOWN").stream().map(Line::order).toList();
    }

    /**
     * What a treasury that is not connected says of a batch: of each payment once, by chance; asked again it says the same,
     * or the contrary.
     */
    Answer upload(String batch, String pool, int choice) {
        ResultFiles results = ResultFiles.of(batch);
        int turn = choice;
        for (Line line : orders(batch, null)) {
            String key = batch + " " + line.order();
            if (!saidByHand.containsKey(key)) {
                say(key, line.order(), turn++);
            }
            String said = saidByHand.get(key);
            boolean contrary = line.outcome() != null && choice == 0 && !said.equals("UNKNOWN");
            state(results, line, contrary ? (said.equals("PAID") ? "REJECTED" : "PAID") : said);
        }
        return upload(batch, pool, results);
    }

    private void say(String key, String order, int turn) {
        String said = List.of("PAID", "PAID", "PAID", "PAID", "REJECTED", "REJECTED", "UNKNOWN", "UNKNOWN")
                .get(turn % 8);
        saidByHand.put(key, said);
        if ((said.equals("PAID") || turn % 8 == 7) && !paidByHand.add(order)) {
            askedTwiceByHand.add(order);
        }
    }

    /** Finance asks the bank about every payment of a batch that has no result, and uploads the answers. */
    Answer uploadWhatTheBankSays(String batch, String pool) {
        ResultFiles results = ResultFiles.of(batch);
        for (Line line : orders(batch, null)) {
            if (line.outcome() == null) {
                state(results, line, hasPaid(line.order()) ? "PAID" : "REJECTED");
            }
        }
        return upload(batch, pool, results);
    }

    private static void state(ResultFiles results, Line line, String state) {
        results.row(line.order(), state, line.amount().toPlainString(), state.equals("PAID") ? "" : "银行未付");
    }

    private Answer upload(String batch, String pool, ResultFiles results) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("file:results.csv", results.csv());
        return api.postForm(WalkedCase.user("finance", pool), "/api/payments/batches/" + batch + "/results", parts);
    }

    private List<Line> orders(String batch, String outcome) {
        return jdbc.sql("""
                        select o.order_key, l.amount, l.outcome from yiban.payment_batch_line l
                        join yiban.payment_order o on o.id = l.order_id
                        where l.batch = ? and (l.outcome = ?::text or ?::text is null) order by l.sequence
                        """)
                .params(batch, outcome, outcome)
                .query((row, i) -> new Line(row.getString(1), row.getBigDecimal(2), row.getString(3)))
                .list();
    }

    private record Line(String order, BigDecimal amount, String outcome) {}
}
