package org.yiban.backpay.options;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Outcome;

/**
 * Offers what the tables offer for the gap of one test: the lump sum, and the other ways that they name. Where both the
 * paid months and the total are short and the tables price them differently, each gap is offered apart.
 */
@Component
class OfferingOptions {

    private static final String ACTUAL = "ACTUAL";
    private static final String CUMULATIVE = "CUMULATIVE";
    private static final String ALTERNATIVES = "alternatives";
    private static final List<String> PRICED_BY =
            List.of("outcome", "baseKind", "base", "rate", "accountCredited", "payer");

    private final Pricing pricing;
    private final WritingOptions writing;
    private final EndingQuotes ending;

    OfferingOptions(Pricing pricing, WritingOptions writing, EndingQuotes ending) {
        this.pricing = pricing;
        this.writing = writing;
        this.ending = ending;
    }

    /** @throws ProblemException naming every fact that is missing where it matters, or wrong */
    Offer offer(Map<String, String> facts, YearsTest test) {
        if (test.outcome() != Outcome.SHORT) {
            return Offer.NONE;
        }
        List<Gap> gaps = gaps(facts, test);
        List<BackpayOption> options = new ArrayList<>();
        List<UsedFigure> figures = new ArrayList<>();
        List<String> outlook = new ArrayList<>();
        for (Gap gap : gaps) {
            boolean holds = gap.price().quoted() && gap.price().ageAhead() == null;
            EndingQuotes.End end = holds ? ending.of(gap.price(), gap.months(), gap.kind()) : null;
            String key = key(OptionKind.LUMP_SUM, test, gaps.size() > 1 ? gap : null);
            options.add(writing.lumpSum(key, test, gap, end, startIfPaid(facts, gap)));
            figures.addAll(gap.price().figures());
            if (end != null) {
                outlook.add(end.outlook());
            }
        }
        Gap whole = gaps.get(gaps.size() - 1);
        List<String> alternatives = alternatives(whole.price());
        if (alternatives.contains(OptionKind.CONTINUE_MONTHLY.name())) {
            options.add(writing.continueMonthly(key(OptionKind.CONTINUE_MONTHLY, test, null), test, whole));
        }
        if (alternatives.contains(OptionKind.JOIN_RESIDENT.name())) {
            options.add(writing.joinResident(OptionKind.JOIN_RESIDENT.name(), whole));
        }
        return new Offer(options, figures, outlook);
    }

    /**
     * The gaps that are priced apart; closing the last of them closes all. Months that close the gap in paid months count to
     * the total, too, so only a total that is shorter still may have a price of its own.
     */
    List<Gap> gaps(Map<String, String> facts, YearsTest test) {
        if (test.actualShortfall() == 0) {
            return List.of(gap(facts, test.shortfall(), CUMULATIVE, true));
        }
        if (test.actualShortfall() >= test.cumulativeShortfall()) {
            return List.of(gap(facts, test.shortfall(), ACTUAL, true));
        }
        Gap whole = gap(facts, test.shortfall(), CUMULATIVE, true);
        Gap paid = gap(facts, test.actualShortfall(), ACTUAL, false);
        return pricedAlike(whole.price(), paid.price()) ? List.of(whole) : List.of(paid, whole);
    }

    private Gap gap(Map<String, String> facts, int months, String kind, boolean closesAll) {
        return new Gap(months, kind, closesAll, pricing.price(facts, months, kind));
    }

    private static boolean pricedAlike(Price one, Price other) {
        return PRICED_BY.stream().allMatch(result -> Objects.equals(one.text(result), other.text(result)));
    }

    /** The first day of benefits if it is paid on the day that the facts state, or else on the day of the quote. */
    private LocalDate startIfPaid(Map<String, String> facts, Gap gap) {
        if (!gap.price().quoted()) {
            return null;
        }
        Map<String, String> paid = new HashMap<>(facts);
        if (FillingFigures.open(facts, "paidOn")) {
            paid.put("paidOn", facts.get(Pricing.QUOTED_ON));
        }
        String start = pricing.price(paid, gap.months(), gap.kind()).text("benefitStart");
        return start == null ? null : LocalDate.parse(start);
    }

    private static List<String> alternatives(Price price) {
        String named = price.text(ALTERNATIVES);
        return named == null ? List.of() : Arrays.asList(named.split(";"));
    }

    private static String key(OptionKind kind, YearsTest test, Gap gap) {
        return kind.name() + (test.option() == null ? "" : "/" + test.option()) + (gap == null ? "" : "/" + gap.kind());
    }
}
