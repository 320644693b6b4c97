package org.yiban.policy.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.yiban.kernel.Days;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Fact.Presence;
import org.yiban.region.Regions;

/** Reads facts as they were written. */
public final class FactReader {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final String FIRST_OF_MONTH = "-01";
    private static final int MOST_DIGITS = 9;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,10})?");
    private static final int CENTS = 2;

    private final Regions regions;
    private final Violations violations = new Violations();

    public FactReader(Regions regions) {
        this.regions = regions;
    }

    /**
     * Reads what was stated and derives what follows.
     *
     * @param given facts as the contract writes them; absent or blank = not stated
     * @param check what must hold between facts; called with the facts that could be read
     * @throws org.yiban.kernel.ProblemException naming every required fact that is missing and every one that is wrong
     */
    public Facts read(
            List<Fact> declared,
            List<DerivedFact> derived,
            Map<String, String> given,
            BiConsumer<Facts, Violations> check) {
        Facts facts = new Facts(regions);
        declared.forEach(fact -> read(fact, given.get(fact.name()), facts));
        check.accept(facts, violations);
        violations.throwIfAny();
        derived.forEach(facts::derive);
        return facts;
    }

    private void read(Fact fact, String written, Facts facts) {
        String text = written == null || written.isBlank() ? fact.whenEmpty() : written.strip();
        if (text != null) {
            Object value = parse(fact, text);
            if (value != null) {
                facts.state(fact.name(), value);
            }
        } else if (fact.presence() == Presence.REQUIRED) {
            violations.add(fact.name(), null, missing(fact));
        } else if (fact.presence() == Presence.OPEN) {
            facts.leaveOpen(fact);
        }
    }

    /** What to say of a fact that is needed and not stated. */
    public static String missing(Fact fact) {
        return "缺少“" + fact.label() + "”，请填写" + fact.allowed();
    }

    private Object parse(Fact fact, String text) {
        return switch (fact.type()) {
            case REGION -> violations.collect(() -> regions.require(fact.name(), text));
            case DATE -> calendar(fact, text, DATE, Days.parse(text));
            case MONTH -> calendar(fact, text, MONTH, month(text));
            case YEAR, COUNT -> inRange(fact, text, whole(text));
            case MONEY -> inRange(fact, text, decimal(text, CENTS, CENTS));
            case RATE -> inRange(fact, text, decimal(text, 1, Integer.MAX_VALUE));
            case FLAG -> listed(fact, text, text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null);
            case CHOICE -> listed(fact, text, fact.choices().containsKey(text) ? text : null);
            case WAGE_ANNOUNCEMENTS, TEXT -> text;
        };
    }

    private Object calendar(Fact fact, String text, Pattern pattern, Object read) {
        if (read != null) {
            return read;
        }
        return refuse(fact, text, pattern.matcher(text).matches() ? "没有这一天或这个月" : "写法不对");
    }

    private static YearMonth month(String text) {
        LocalDate first = Days.parse(text + FIRST_OF_MONTH);
        return first == null ? null : YearMonth.from(first);
    }

    /** A whole number of nine digits at most; {@code null} if the text is none. */
    private static Integer whole(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - first;
        if (digits < 1 || digits > MOST_DIGITS) {
            return null;
        }
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return Integer.valueOf(text);
    }

    /** A decimal with no fewer digits behind the point than the first number says, however it was written. */
    private static BigDecimal decimal(String text, int fewest, int most) {
        if (!DECIMAL.matcher(text).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() <= most ? shortest.setScale(Math.max(fewest, shortest.scale())) : null;
    }

    private Object inRange(Fact fact, String text, Number number) {
        if (number == null) {
            return refuse(fact, text, "写法不对");
        }
        BigDecimal value = number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
        boolean tooSmall = fact.least() != null && value.compareTo(fact.least()) < 0;
        boolean tooLarge = fact.most() != null && value.compareTo(fact.most()) > 0;
        return tooSmall || tooLarge ? refuse(fact, text, "超出范围") : number;
    }

    private Object listed(Fact fact, String text, Object value) {
        return value == null ? refuse(fact, text, "没有这个值") : value;
    }

    private Object refuse(Fact fact, String text, String reason) {
        violations.add(fact.name(), text, "“" + fact.label() + "”" + reason + "；可以填写" + fact.allowed());
        return null;
    }
}
