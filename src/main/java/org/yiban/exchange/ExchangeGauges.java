package org.yiban.exchange;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;

/**
 * The messages that are not done as metrics, by partner, and how long the oldest has waited. However often they are asked
 * for, the database is asked once in a while.
 */
@Component
class ExchangeGauges implements MeterBinder {

    private static final String INSIDE = "inside";

    private final JdbcClient jdbc;
    private final Partners partners;
    private final BusinessTime time;
    private final Duration pause;
    private volatile Snapshot latest = new Snapshot(null, List.of());

    private record Snapshot(ZonedDateTime at, List<Count> counts) {}

    private record Count(Box box, String partner, MessageState state, int messages, long oldestSeconds) {}

    ExchangeGauges(
            JdbcClient jdbc,
            Partners partners,
            BusinessTime time,
            @Value("${yiban.metrics.pause:15s}") Duration pause) {
        this.jdbc = jdbc;
        this.partners = partners;
        this.time = time;
        this.pause = pause;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        List<String> others = new ArrayList<>(partners.names());
        others.add(INSIDE);
        for (Box box : Box.values()) {
            for (String partner : others) {
                Tags tags = Tags.of("box", box.name(), "partner", partner);
                Predicate<Count> ofPartner =
                        count -> count.box() == box && count.partner().equals(partner);
                for (MessageState state : MessageState.values()) {
                    if (state != MessageState.DONE && state.occursIn(box)) {
                        Gauge.builder("yiban.exchange.messages", () -> messages(ofPartner.and(c -> c.state() == state)))
                                .description("messages that are not delivered or handled, by how they stand")
                                .tags(tags.and("state", state.name()))
                                .register(registry);
                    }
                }
                Gauge.builder("yiban.exchange.oldest", () -> oldest(ofPartner))
                        .description("how long the oldest message that is neither done nor refused has waited")
                        .baseUnit("seconds")
                        .tags(tags)
                        .register(registry);
            }
        }
    }

    private int messages(Predicate<Count> wanted) {
        return snapshot().counts().stream()
                .filter(wanted)
                .mapToInt(Count::messages)
                .sum();
    }

    private long oldest(Predicate<Count> wanted) {
        return snapshot().counts().stream()
                .filter(wanted.and(count -> count.state() != MessageState.REFUSED))
                .mapToLong(Count::oldestSeconds)
                .max()
                .orElse(0);
    }

    private Snapshot snapshot() {
        Snapshot known = latest;
        return known.at() != null && time.now().isBefore(known.at().plus(pause)) ? known : refreshed();
    }

    private synchronized Snapshot refreshed() {
        ZonedDateTime now = time.now();
        if (latest.at() == null || !now.isBefore(latest.at().plus(pause))) {
            List<Count> counts = new ArrayList<>();
            for (Box box : Box.values()) {
                counts.addAll(count(box, now));
            }
            latest = new Snapshot(now, counts);
        }
        return latest;
    }

    private List<Count> count(Box box, ZonedDateTime now) {
        return jdbc.sql("select coalesce(partner, '" + INSIDE + "') as partner, " + Messages.stateOf(box)
                        + " as state, count(*) as messages, extract(epoch from cast(? as timestamptz) - min("
                        + box.written() + "))::bigint as oldest from " + box.table() + " where " + box.done()
                        + " is null group by 1, 2")
                .param(now.toOffsetDateTime())
                .query((row, i) -> new Count(
                        box,
                        row.getString("partner"),
                        MessageState.valueOf(row.getString("state")),
                        row.getInt("messages"),
                        row.getLong("oldest")))
                .list();
    }
}
