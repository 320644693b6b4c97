package org.yiban.cockpit.overview;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.casework.CaseKind;
import org.yiban.cockpit.CaseScope;
import org.yiban.cockpit.Standing;
import org.yiban.cockpit.overview.OverviewView.Ageing;
import org.yiban.cockpit.overview.OverviewView.Kind;
import org.yiban.cockpit.overview.OverviewView.LegCases;
import org.yiban.cockpit.overview.OverviewView.Pool;
import org.yiban.cockpit.overview.OverviewView.State;
import org.yiban.kernel.BusinessTime;
import org.yiban.region.RegionCode;
import org.yiban.sla.Leg;
import org.yiban.sla.Term;

/** Puts counts of cases together for people. Working days left are counted by each pool's calendar. */
@Component
@Transactional(readOnly = true)
class Overviews {

    private record StateKey(String pool, CaseKind kind, Standing standing) {}

    private record AgeKey(int daysLeft, Standing standing) {}

    private final CaseCounts counts;
    private final WorkingCalendars calendars;
    private final CaseScope scope;
    private final BusinessTime time;

    Overviews(CaseCounts counts, WorkingCalendars calendars, CaseScope scope, BusinessTime time) {
        this.counts = counts;
        this.calendars = calendars;
        this.scope = scope;
        this.time = time;
    }

    /** The open cases of some pools, of one kind or ({@code null}) all. */
    OverviewView of(Set<RegionCode> pools, CaseKind kind) {
        OffsetDateTime asOf = time.now().toOffsetDateTime();
        List<CaseCount> open = pools.isEmpty() ? List.of() : counts.open(pools, kind);
        return new OverviewView(
                asOf,
                pools.stream()
                        .map(pool -> new Pool(pool.value(), scope.name(pool)))
                        .toList(),
                Arrays.stream(CaseKind.values())
                        .map(known -> new Kind(known, known.title()))
                        .toList(),
                states(open),
                ageing(open, asOf.toLocalDate()),
                legs(open),
                open.stream()
                        .filter(CaseCount::provisional)
                        .mapToInt(CaseCount::cases)
                        .sum(),
                open.stream()
                        .filter(CaseCount::stale)
                        .mapToInt(CaseCount::cases)
                        .sum(),
                counts.pendingExtensions(pools, kind).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    private static List<State> states(List<CaseCount> open) {
        Comparator<StateKey> order = Comparator.comparing(StateKey::pool)
                .thenComparing(StateKey::kind)
                .thenComparing(StateKey::standing);
        Map<StateKey, Integer> states = new TreeMap<>(order);
        open.forEach(count -> states.merge(
                new StateKey(count.pool().value(), count.kind(), count.standing()), count.cases(), Integer::sum));
        return states.entrySet().stream()
                .map(state -> new State(
                        state.getKey().pool(),
                        state.getKey().kind(),
                        state.getKey().standing(),
                        state.getKey().standing().title(),
                        state.getValue()))
                .toList();
    }

    private List<Ageing> ageing(List<CaseCount> open, LocalDate today) {
        Map<RegionCode, WorkingCalendar> calendarOf = new HashMap<>();
        Map<AgeKey, Integer> ages =
                new TreeMap<>(Comparator.comparing(AgeKey::daysLeft).thenComparing(AgeKey::standing));
        open.stream().filter(count -> count.dueOn() != null).forEach(count -> {
            WorkingCalendar calendar = calendarOf.computeIfAbsent(count.pool(), pool -> calendars.of(pool.value()));
            int left = Term.stored(calendar, count.dueOn(), null).left(today);
            ages.merge(new AgeKey(left, count.standing()), count.cases(), Integer::sum);
        });
        return ages.entrySet().stream()
                .map(age -> new Ageing(age.getKey().daysLeft(), age.getKey().standing(), age.getValue()))
                .toList();
    }

    private static List<LegCases> legs(List<CaseCount> open) {
        Map<Leg, List<CaseCount>> legs = open.stream()
                .filter(count -> count.leg() != null)
                .collect(Collectors.groupingBy(CaseCount::leg, TreeMap::new, Collectors.toList()));
        return legs.entrySet().stream()
                .map(leg -> new LegCases(
                        leg.getKey(),
                        leg.getKey().title(),
                        leg.getValue().stream().mapToInt(CaseCount::cases).sum(),
                        leg.getValue().stream()
                                .filter(CaseCount::late)
                                .mapToInt(CaseCount::cases)
                                .sum()))
                .toList();
    }
}
