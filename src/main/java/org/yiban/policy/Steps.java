package org.yiban.policy;

import java.util.ArrayList;
import java.util.List;

/** Takes down the steps of one counting while it is done. */
public final class Steps {

    private final List<Step> taken = new ArrayList<>();

    /**
     * Takes down a step.
     *
     * @param result name of the result that it counts
     * @param template as {@link Step} has it
     * @param arguments whole numbers, decimals, texts; dates and months are written as ISO text
     */
    public void add(String result, String template, Object... arguments) {
        List<Object> plain = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            plain.add(argument instanceof Number || argument instanceof String ? argument : argument.toString());
        }
        taken.add(new Step(result, template, plain));
    }

    /** The steps so far, in order. */
    public List<Step> taken() {
        return List.copyOf(taken);
    }
}
