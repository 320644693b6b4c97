package org.yiban.desk.cases;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CaseState;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.sla.ClockState;

/**
 * Which cases of a list are asked for; {@code null} where nothing is asked.
 *
 * @param text part of a case number, in capital letters
 * @param after the last case of the page before
 * @param limit how many, 1 to {@value #MOST}
 */
record CaseFilter(CaseState state, CaseKind kind, ClockState clock, String text, CaseNumber after, int limit) {

    static final int MOST = 100;

    private static final Pattern PART_OF_NUMBER = Pattern.compile("[A-Z0-9-]{1,40}");

    /**
     * Reads what a caller asks.
     *
     * @throws ProblemException naming every parameter that is wrong
     */
    static CaseFilter of(CaseState state, CaseKind kind, ClockState clock, String text, String after, int limit) {
        Violations violations = new Violations();
        String part = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        if (!part.isEmpty() && !PART_OF_NUMBER.matcher(part).matches()) {
            violations.add("text", text, "应为案号或其中一段：字母、数字和连字符，不超过 40 个，如 ZR371500-2026-000001 或 000001");
        }
        CaseNumber last = after == null || after.isBlank() ? null : violations.collect(() -> lastOfPage(after));
        if (limit < 1 || limit > MOST) {
            violations.add("limit", Integer.toString(limit), "应为 1 到 " + MOST);
        }
        violations.throwIfAny();
        return new CaseFilter(state, kind, clock, part.isEmpty() ? null : part, last, limit);
    }

    private static CaseNumber lastOfPage(String after) {
        try {
            return new CaseNumber(after);
        } catch (ProblemException e) {
            throw unknownLast(after);
        }
    }

    /** The refusal for a page that cannot follow on anything. */
    static ProblemException unknownLast(String after) {
        return ProblemException.invalid("after", after, "应为上一页 next 给出的案号");
    }
}
