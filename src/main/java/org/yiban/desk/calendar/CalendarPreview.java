package org.yiban.desk.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.access.CurrentUser;
import org.yiban.calendar.CalendarChange;
import org.yiban.desk.calendar.CalendarViews.CaseShift;
import org.yiban.desk.calendar.CalendarViews.PoolCount;
import org.yiban.desk.calendar.CalendarViews.PreviewView;
import org.yiban.desk.calendar.CalendarViews.Shift;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.sla.PreviewingCalendars;
import org.yiban.sla.PreviewingCalendars.MovedCase;
import org.yiban.sla.Recomputation;

/** Sums up what a change of the calendar would do. Cases of other pools are counted, not named. */
@Component
class CalendarPreview {

    private static final int NAMED = 200;

    private final PreviewingCalendars previewing;
    private final Recomputation recomputation;
    private final Regions regions;

    CalendarPreview(PreviewingCalendars previewing, Recomputation recomputation, Regions regions) {
        this.previewing = previewing;
        this.recomputation = recomputation;
        this.regions = regions;
    }

    PreviewView of(CalendarChange change, boolean amends, CurrentUser user) {
        List<MovedCase> concerned = previewing.of(change);
        List<MovedCase> own = concerned.stream()
                .filter(moved -> user.casePools().contains(new RegionCode(moved.pool())))
                .toList();
        return new PreviewView(
                change.text(),
                change.digest(),
                amends,
                change.days(),
                recomputation.progress().open(),
                concerned.stream().filter(MovedCase::moves).count(),
                concerned.stream()
                        .filter(moved -> moved.provisionalBefore() && !moved.provisionalAfter())
                        .count(),
                concerned.stream()
                        .filter(moved -> !moved.provisionalBefore() && moved.provisionalAfter())
                        .count(),
                pools(concerned),
                shifts(concerned),
                own.stream().limit(NAMED).map(this::view).toList(),
                Math.max(0, own.size() - NAMED));
    }

    private List<PoolCount> pools(List<MovedCase> concerned) {
        Map<String, Long> counts =
                concerned.stream().collect(Collectors.groupingBy(MovedCase::pool, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new PoolCount(entry.getKey(), name(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<Shift> shifts(List<MovedCase> concerned) {
        Map<Shift, Long> counts = concerned.stream()
                .map(moved -> new Shift(
                        moved.dueBefore(), moved.dueAfter(), moved.provisionalBefore(), moved.provisionalAfter(), 0))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new Shift(
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getKey().provisionalBefore(),
                        entry.getKey().provisionalAfter(),
                        entry.getValue()))
                .sorted(Comparator.comparing(Shift::from).thenComparing(Shift::to))
                .toList();
    }

    private CaseShift view(MovedCase moved) {
        return new CaseShift(
                moved.caseNumber(),
                name(moved.pool()),
                moved.dueBefore(),
                moved.dueAfter(),
                moved.provisionalBefore(),
                moved.provisionalAfter());
    }

    private String name(String pool) {
        RegionCode code = new RegionCode(pool);
        return regions.find(code).isPresent() ? regions.fullName(code) : pool;
    }
}
