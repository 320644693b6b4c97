package org.yiban.workflow;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blocks that several forms show alike. A form names one in a line of its own, {@code <!-- block history -->}; what is
 * deployed has the text of {@code forms/blocks/history.html} there, so that a form with its blocks belongs to the version
 * of its process like any other. A block names no blocks.
 */
final class FormBlocks {

    /** Where the blocks stand. */
    static final String FOLDER = "forms/blocks/";

    private static final Pattern NAMED = Pattern.compile("(?m)^( *)<!-- block ([a-z-]+) -->$");

    private final Map<String, String> blocks;

    /** @param blocks texts by resource name */
    FormBlocks(Map<String, String> blocks) {
        this.blocks = Map.copyOf(blocks);
    }

    /**
     * The form with its blocks, each as far to the right as its name stood.
     *
     * @param name of the form, for the message
     * @throws IllegalStateException if a block is missing
     */
    String expand(String name, String form) {
        return NAMED.matcher(form).replaceAll(found -> Matcher.quoteReplacement(text(name, found)));
    }

    private String text(String form, MatchResult found) {
        String block = blocks.get(FOLDER + found.group(2) + ".html");
        if (block == null) {
            throw new IllegalStateException(form + " names a block that is not there: " + found.group(2));
        }
        return block.stripTrailing().indent(found.group(1).length()).stripTrailing();
    }
}
