package org.yiban.backpay.options;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiban.policy.Policies;
import org.yiban.reference.Figure;
import org.yiban.reference.FigureKind;
import org.yiban.reference.FigureNature;
import org.yiban.reference.ReferenceFigures;
import org.yiban.region.RegionCode;

/** Reads the figures of reference data that a price needs where the facts leave them open. */
@Component
class FillingFigures {

    static final String LOCAL_RATE = "localRate";
    static final String MINIMUM_BASE = "minimumBase";
    static final String IDENTITY = "identity";
    static final String ACCOUNT_TYPE = "accountType";

    /** The bases that are average wages: the kind of figure, and the fact that states it. */
    private static final Map<String, FigureKind> AVERAGES = Map.of(
            "PROVINCIAL_AVERAGE", FigureKind.PROVINCIAL_AVERAGE_WAGE, "CITY_AVERAGE", FigureKind.CITY_AVERAGE_WAGE);

    private static final Map<String, String> AVERAGE_FACTS =
            Map.of("PROVINCIAL_AVERAGE", "provincialAverageWage", "CITY_AVERAGE", "cityAverageWage");
    private static final String AVERAGE_WAGE = "averageWage";

    private final ReferenceFigures figures;
    private final AskedFacts asked;

    FillingFigures(ReferenceFigures figures, Policies policies) {
        this.figures = figures;
        this.asked = new AskedFacts(policies);
    }

    /** The figures on record for facts that are open, by fact: those of which there is one, whatever else is open. */
    Map<String, Figure> forOpen(Map<String, String> facts, LocalDate on) {
        Map<String, Figure> found = new LinkedHashMap<>();
        if (open(facts, LOCAL_RATE)) {
            Set<Optional<Figure>> rates = rates(facts, on);
            if (rates.size() == 1) {
                rates.iterator().next().ifPresent(rate -> found.put(LOCAL_RATE, rate));
            }
        }
        if (open(facts, MINIMUM_BASE)) {
            figures.minimumBase(region(facts), on).ifPresent(base -> found.put(MINIMUM_BASE, base));
        }
        return found;
    }

    /** The local rates on record, if they differ with something that is not known of the person; none else. */
    List<Figure> differingRates(Map<String, String> facts, LocalDate on) {
        if (!open(facts, LOCAL_RATE)) {
            return List.of();
        }
        Set<Optional<Figure>> rates = rates(facts, on);
        return rates.size() == 1
                ? List.of()
                : rates.stream().flatMap(Optional::stream).toList();
    }

    /** The rate at which a month is paid; empty if none is on record, or if it is not known which. */
    Optional<Figure> rate(Map<String, String> facts, LocalDate on) {
        Set<Optional<Figure>> rates = rates(facts, on);
        return rates.size() == 1 ? rates.iterator().next() : Optional.empty();
    }

    private Set<Optional<Figure>> rates(Map<String, String> facts, LocalDate on) {
        Set<Optional<Figure>> rates = new HashSet<>();
        for (String identity : values(facts, IDENTITY)) {
            for (String accountType : values(facts, ACCOUNT_TYPE)) {
                rates.add(figures.localRate(region(facts), identity, accountType, on));
            }
        }
        return rates;
    }

    /** The figure behind a base that is an average wage nobody stated. */
    Optional<UsedFigure> average(Map<String, String> facts, String baseKind, BigDecimal base) {
        FigureKind kind = AVERAGES.get(baseKind);
        if (kind == null || !open(facts, AVERAGE_FACTS.get(baseKind)) || !open(facts, AVERAGE_WAGE)) {
            return Optional.empty();
        }
        return figures.announcements(region(facts)).stream()
                .filter(figure -> figure.kind() == kind && figure.value().compareTo(base) == 0)
                .max(Comparator.comparing(Figure::announcedOn))
                .map(figure -> used(AVERAGE_FACTS.get(baseKind), figure));
    }

    /** A figure that was used for a fact. */
    UsedFigure used(String fact, Figure figure) {
        String year = figure.kind().isWage() ? figure.year() + "年度，" : "";
        return new UsedFigure(
                fact,
                asked.label(fact),
                figure.value(),
                figure.said(),
                "%s%s公布，出处：%s".formatted(year, figure.announcedOn(), figure.sourceSaid()),
                figure.nature() == FigureNature.ILLUSTRATIVE);
    }

    private Collection<String> values(Map<String, String> facts, String fact) {
        return open(facts, fact)
                ? asked.choices(AskedFacts.BACKPAY, fact).keySet()
                : Set.of(facts.get(fact).strip());
    }

    private static RegionCode region(Map<String, String> facts) {
        return new RegionCode(facts.get("region").strip());
    }

    static boolean open(Map<String, String> facts, String fact) {
        return facts.get(fact) == null || facts.get(fact).isBlank();
    }
}
