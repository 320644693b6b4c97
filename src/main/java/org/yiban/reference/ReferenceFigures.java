package org.yiban.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * The figures in use: released, neither replaced nor withdrawn. Regions may be named by the code of any division in them; a
 * rate or base announced for a province holds in those of its pools that have none of their own. Writes nothing.
 */
@Component
@Transactional(readOnly = true)
public class ReferenceFigures {

    private final FigureStore store;
    private final Regions regions;

    ReferenceFigures(FigureStore store, Regions regions) {
        this.store = store;
        this.regions = regions;
    }

    /**
     * An average wage.
     *
     * @param kind one of the two kinds of wages
     * @param pool a pool, or a division in it
     * @param year the year it was earned in
     * @param announcedBefore announced on a day before this one
     */
    public Optional<Figure> averageWage(FigureKind kind, RegionCode pool, int year, LocalDate announcedBefore) {
        if (!kind.isWage()) {
            throw new IllegalArgumentException(kind + " is no average wage");
        }
        return announcements(pool).stream()
                .filter(figure -> figure.kind() == kind && figure.year() == year)
                .filter(figure -> figure.announcedOn().isBefore(announcedBefore))
                .findFirst();
    }

    /** The average wages of the pool and of its province, in the order of their announcement. */
    public List<Figure> announcements(RegionCode pool) {
        return of(pool).stream()
                .filter(figure -> figure.kind().isWage())
                .sorted(Comparator.comparing(Figure::announcedOn).thenComparing(Figure::id))
                .toList();
    }

    /**
     * The rate at which a pool collects where its document leaves it open.
     *
     * @param identity EMPLOYER or FLEXIBLE; {@code null} if it is not known: then only a rate for all is found
     * @param accountType POOLED_ONLY or POOLED_WITH_ACCOUNT; {@code null} likewise
     */
    public Optional<Figure> localRate(RegionCode pool, String identity, String accountType, LocalDate on) {
        return find(FigureKind.LOCAL_RATE, pool, on, figure -> figure.isFor(identity, accountType));
    }

    /** The rate at which personal accounts are credited; identity as in {@link #localRate}. */
    public Optional<Figure> accountRate(RegionCode pool, String identity, LocalDate on) {
        return find(FigureKind.ACCOUNT_RATE, pool, on, figure -> figure.isFor(identity, null));
    }

    /** The lowest base on a day. */
    public Optional<Figure> minimumBase(RegionCode pool, LocalDate on) {
        return find(FigureKind.MINIMUM_BASE, pool, on, figure -> true);
    }

    /** The highest base on a day. */
    public Optional<Figure> maximumBase(RegionCode pool, LocalDate on) {
        return find(FigureKind.MAXIMUM_BASE, pool, on, figure -> true);
    }

    private Optional<Figure> find(FigureKind kind, RegionCode pool, LocalDate on, Predicate<Figure> fits) {
        List<Figure> found = of(pool).stream()
                .filter(figure -> figure.kind() == kind && figure.holdsOn(on))
                .filter(fits)
                .toList();
        RegionCode province = regions.provinceOf(pool);
        return found.stream()
                .filter(figure -> !figure.region().equals(province))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private List<Figure> of(RegionCode division) {
        List<RegionCode> codes = new ArrayList<>(List.of(regions.provinceOf(division)));
        regions.find(division).map(Region::pool).ifPresent(codes::add);
        return store.inUse(codes);
    }
}
