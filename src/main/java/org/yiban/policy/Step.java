package org.yiban.policy;

import java.util.List;

/**
 * A step of counting as it was done: a template and what it was done with. Making text of it is left to whoever reads.
 *
 * @param result name of the result that it counts
 * @param template what was done, in Chinese, with {@code {0}}, {@code {1}} … for the arguments, and {@code {0%}} for a
 *     fraction that is read in percent
 * @param arguments plain values: whole numbers, decimals, dates and months as ISO text, words
 */
public record Step(String result, String template, List<Object> arguments) {

    public Step {
        arguments = List.copyOf(arguments);
    }
}
