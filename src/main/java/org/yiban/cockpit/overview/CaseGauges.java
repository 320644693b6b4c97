package org.yiban.cockpit.overview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.Standing;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.ServedPools;

/**
 * The open cases of the served pools as metrics. However often and by however many they are asked for, the database is
 * asked once in a while: all gauges read the same counts.
 */
@Component
class CaseGauges implements MeterBinder {

    private static final String POOL = "pool";
    private static final String KIND = "kind";

    private final CaseCounts counts;
    private final List<RegionCode> pools;
    private final BusinessTime time;
    private final Duration pause;
    private volatile Snapshot latest = new Snapshot(null, List.of(), Map.of());

    private record Snapshot(ZonedDateTime at, List<CaseCount> open, Map<RegionCode, Integer> pendingExtensions) {}

    CaseGauges(
            CaseCounts counts,
            ServedPools pools,
            BusinessTime time,
            @Value("${yiban.metrics.pause:15s}") Duration pause) {
        this.counts = counts;
        this.pools = pools.all().stream().map(Region::code).toList();
        this.time = time;
        this.pause = pause;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (RegionCode pool : pools) {
            for (CaseKind kind : CaseKind.values()) {
                Predicate<CaseCount> ofKind = count -> count.pool().equals(pool) && count.kind() == kind;
                Tags tags = Tags.of(POOL, pool.value(), KIND, kind.name());
                for (Standing standing : Standing.OPEN) {
                    gauge(
                            registry,
                            "yiban.cases.open",
                            "open cases by the state of their clock",
                            tags.and("state", standing.name()),
                            () -> cases(ofKind.and(count -> count.standing() == standing)));
                }
                gauge(
                        registry,
                        "yiban.cases.provisional",
                        "open cases whose due day reaches into a year without notice of days off",
                        tags,
                        () -> cases(ofKind.and(CaseCount::provisional)));
                gauge(
                        registry,
                        "yiban.cases.stale",
                        "open cases that a change of calendar or settings has still to be counted into",
                        tags,
                        () -> cases(ofKind.and(CaseCount::stale)));
                gauge(
                        registry,
                        "yiban.cases.leg.late",
                        "open cases of which one side has taken longer than its part",
                        tags,
                        () -> cases(ofKind.and(CaseCount::late)));
            }
            gauge(
                    registry,
                    "yiban.extensions.pending",
                    "extensions of deadlines that wait for approval",
                    Tags.of(POOL, pool.value()),
                    () -> snapshot().pendingExtensions().getOrDefault(pool, 0));
        }
    }

    private static void gauge(
            MeterRegistry registry, String name, String description, Tags tags, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).tags(tags).register(registry);
    }

    private int cases(Predicate<CaseCount> wanted) {
        return snapshot().open().stream()
                .filter(wanted)
                .mapToInt(CaseCount::cases)
                .sum();
    }

    private Snapshot snapshot() {
        Snapshot known = latest;
        return known.at() != null && time.now().isBefore(known.at().plus(pause)) ? known : refreshed();
    }

    private synchronized Snapshot refreshed() {
        ZonedDateTime now = time.now();
        if (latest.at() == null || !now.isBefore(latest.at().plus(pause))) {
            latest = new Snapshot(now, counts.open(pools, null), counts.pendingExtensions(pools, null));
        }
        return latest;
    }
}
