package org.yiban.backpay.options;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yiban.backpay.years.RetirementAgesOf;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.policy.Policies;
import org.yiban.policy.RecordedWage;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.settings.Settings;
import org.yiban.policy.sources.Sources;
import org.yiban.reference.Figure;
import org.yiban.reference.FigureKind;
import org.yiban.reference.FigureNature;
import org.yiban.reference.ReferenceFigures;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Weighs options by the packaged tables, with the figures of reference data that a test names. */
final class Weighing {

    static final Figure JILIN_2024 = average(FigureKind.PROVINCIAL_AVERAGE_WAGE, "220000", 2024, "6900", "2025-06-30");
    static final Figure JILIN_2025 =
            average(FigureKind.PROVINCIAL_AVERAGE_WAGE, "220000", 2025, "7200.50", "2026-06-12");
    static final Figure JILIN_RATE = from(FigureKind.LOCAL_RATE, "220100", "2024-01-01", "0.08", null, null);

    private static final Regions REGIONS = Regions.load();
    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofPackagedNotices();
    private static final Settings SETTINGS = Settings.packaged(Sources.packaged());

    /** The figures of the options that were made last, on this thread: the tables are read once. */
    private static final ThreadLocal<List<Figure>> FIGURES = ThreadLocal.withInitial(List::of);

    private static final Policies POLICIES = Policies.packaged(REGIONS, () -> CALENDAR, region -> FIGURES.get().stream()
            .filter(figure -> figure.kind().isWage() && covers(figure, region))
            .map(figure -> new RecordedWage(
                    figure.region(), figure.year(), figure.value(), figure.announcedOn(), figure.sourceSaid()))
            .toList());
    private static final DecisionWords WORDS = new DecisionWords(POLICIES, REGIONS);

    private Weighing() {}

    /** The options as the application weighs them; to be used before others are made. */
    static WeighingOptions with(Figure... figures) {
        FIGURES.set(List.of(figures));
        FillingFigures filling = new FillingFigures(recorded(List.of(figures)), POLICIES);
        Pricing pricing = new Pricing(POLICIES, filling);
        return new WeighingOptions(
                new TestingYears(POLICIES, WORDS),
                new OfferingOptions(
                        pricing,
                        new WritingOptions(POLICIES, WORDS, REGIONS, new ContinuingMonthly(POLICIES, WORDS, filling)),
                        new EndingQuotes(pricing, new QuoteValidity(SETTINGS), REGIONS)),
                RetirementAgesOf.settings(SETTINGS),
                POLICIES);
    }

    /** An average wage that was announced. */
    static Figure average(FigureKind kind, String region, int year, String value, String announcedOn) {
        return figure(kind, region, year, LocalDate.of(year, 1, 1), value, null, null, LocalDate.parse(announcedOn));
    }

    /** A figure that holds from a day on. */
    static Figure from(FigureKind kind, String region, String from, String value, String identity, String accountType) {
        LocalDate first = LocalDate.parse(from);
        return figure(kind, region, first.getYear(), first, value, identity, accountType, first.minusDays(10));
    }

    private static Figure figure(
            FigureKind kind,
            String region,
            int year,
            LocalDate from,
            String value,
            String identity,
            String accountType,
            LocalDate announcedOn) {
        return new Figure(
                1,
                kind,
                new RegionCode(region),
                year,
                from,
                null,
                new BigDecimal(value),
                identity,
                accountType,
                announcedOn,
                "为测试而设",
                FigureNature.ILLUSTRATIVE);
    }

    /** Facts, given as names followed by values. */
    static Map<String, String> facts(String... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }

    /** 264 months without a break since January 2004 and 35 deemed ones, retiring in December 2025. */
    static Map<String, String> liaochengMan() {
        return facts(
                "region", "371500",
                "sex", "MALE",
                "identity", "EMPLOYER",
                "retirementAgeOn", "2025-12-15",
                "quotedOn", "2025-12-22",
                "movedFrom", "NONE",
                "centrallyAssigned", "false",
                "actualMonths", "264",
                "actualMonthsInProvince", "264",
                "actualMonthsInPool", "264",
                "deemedMonths", "35",
                "continuousSince", "2004-01");
    }

    /** A woman of Changchun who pays herself and is ten months short. */
    static Map<String, String> jilinFlexible(String quotedOn) {
        return facts(
                "region", "220100",
                "sex", "FEMALE",
                "identity", "FLEXIBLE",
                "accountType", "POOLED_WITH_ACCOUNT",
                "retirementAgeOn", "2026-03-01",
                "quotedOn", quotedOn,
                "actualMonths", "290",
                "actualMonthsInProvince", "290",
                "actualMonthsInPool", "290",
                "deemedMonths", "0");
    }

    private static ReferenceFigures recorded(List<Figure> figures) {
        ReferenceFigures recorded = mock(ReferenceFigures.class);
        when(recorded.announcements(any())).thenAnswer(asked -> figures.stream()
                .filter(figure -> figure.kind().isWage() && covers(figure, asked.getArgument(0)))
                .toList());
        when(recorded.minimumBase(any(), any()))
                .thenAnswer(asked -> newest(
                        figures, FigureKind.MINIMUM_BASE, asked.getArgument(0), null, null, asked.getArgument(1)));
        when(recorded.localRate(any(), any(), any(), any()))
                .thenAnswer(asked -> newest(
                        figures,
                        FigureKind.LOCAL_RATE,
                        asked.getArgument(0),
                        asked.getArgument(1),
                        asked.getArgument(2),
                        asked.getArgument(3)));
        return recorded;
    }

    private static Optional<Figure> newest(
            List<Figure> figures,
            FigureKind kind,
            RegionCode region,
            String identity,
            String accountType,
            LocalDate on) {
        return figures.stream()
                .filter(figure -> figure.kind() == kind && covers(figure, region) && figure.holdsOn(on))
                .filter(figure -> figure.identity() == null || Objects.equals(figure.identity(), identity))
                .filter(figure -> figure.accountType() == null || Objects.equals(figure.accountType(), accountType))
                .max(Comparator.comparing(Figure::from));
    }

    private static boolean covers(Figure figure, RegionCode region) {
        return figure.region().equals(region) || figure.region().equals(REGIONS.provinceOf(region));
    }
}
