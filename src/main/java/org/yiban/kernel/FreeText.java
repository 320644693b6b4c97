package org.yiban.kernel;

/** Texts that people type: reasons, remarks. */
public final class FreeText {

    private static final int LONGEST = 500;

    private FreeText() {}

    /**
     * A text that must be there, without the blanks around it.
     *
     * @throws ProblemException naming the field if it is missing, blank or longer than 500 characters
     */
    public static String required(String field, String text) {
        String stripped = optional(field, text);
        if (stripped == null) {
            throw ProblemException.invalid(field, text, "必填");
        }
        return stripped;
    }

    /**
     * A text that may be missing: {@code null} then, else without the blanks around it.
     *
     * @throws ProblemException naming the field if it is longer than 500 characters
     */
    public static String optional(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw ProblemException.invalid(field, text.substring(0, 20) + "…", "不超过 " + LONGEST + " 个字");
        }
        return text.strip();
    }

    /** A text as the end of a sentence: without a full stop of its own. */
    public static String withoutFullStop(String text) {
        return text.replaceAll("[。.\\s]+$", "");
    }
}
