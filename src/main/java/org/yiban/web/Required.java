package org.yiban.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.yiban.kernel.ProblemException;

/** What a request must state to be acted on. */
public final class Required {

    private Required() {}

    /**
     * The decision that a request states.
     *
     * @param allowed its type, for the refusal to name what may be said
     * @throws ProblemException INVALID_INPUT on the field {@code decision} if it states none
     */
    public static <T extends Enum<T>> T decision(T stated, Class<T> allowed) {
        if (stated == null) {
            String names =
                    Arrays.stream(allowed.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
            throw ProblemException.invalid("decision", null, "必填：" + names);
        }
        return stated;
    }
}
