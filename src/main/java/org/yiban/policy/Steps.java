package org.yiban.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Takes down the steps of one counting while it is done. */
public final class Steps {

    private static final int CENTS = 2;
    private static final String ROUNDED = "（四舍五入到分）";

    private final List<Step> taken = new ArrayList<>();

    /**
     * Takes down a step.
     *
     * @param result name of the result that it counts
     * @param template as {@link Step} has it
     * @param arguments whole numbers, decimals, texts, lists of texts; dates and months are written as ISO text
     */
    public void add(String result, String template, Object... arguments) {
        List<Object> plain = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            boolean asIs = argument instanceof Number || argument instanceof List<?>;
            plain.add(asIs ? argument : argument.toString());
        }
        taken.add(new Step(result, template, plain));
    }

    /**
     * Takes down the counting of an amount, and that it was rounded if it was.
     *
     * @param exact the amount before it was rounded to the cent; {@code null} if it has no end
     */
    public void addRounded(String result, BigDecimal exact, String template, Object... arguments) {
        boolean rounded = exact == null || exact.stripTrailingZeros().scale() > CENTS;
        add(result, rounded ? template + ROUNDED : template, arguments);
    }

    /** The steps so far, in order. */
    public List<Step> taken() {
        return List.copyOf(taken);
    }
}
