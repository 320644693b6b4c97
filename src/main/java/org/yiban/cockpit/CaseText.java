package org.yiban.cockpit;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yiban.kernel.Violations;
import org.yiban.person.IdentityNumber;

/**
 * By what somebody looks for cases: one of the three, or nothing.
 *
 * @param number part of a case number, in capital letters
 * @param name a person's whole name
 * @param identity a person's identity number
 */
public record CaseText(String number, String name, IdentityNumber identity) {

    private static final Pattern PART_OF_NUMBER = Pattern.compile("[A-Z]{1,2}|(?=.*[0-9-])[A-Z0-9-]{1,40}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("\\d{17}[0-9X]|[A-Z]{3}\\d{12}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}·.' ]{1,50}");
    private static final CaseText NOTHING = new CaseText(null, null, null);

    /**
     * Reads what somebody wrote.
     *
     * @param mayIdentify whether it may be an identity number: never in an address, which ends up in logs
     */
    public static CaseText of(String written, boolean mayIdentify, Violations violations) {
        String text = written == null ? "" : written.strip();
        String capital = text.toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return NOTHING;
        }
        if (IDENTITY_NUMBER.matcher(capital).matches()) {
            if (!mayIdentify) {
                violations.add("text", null, "证件号码不写在网址里；请按案号或姓名查找，或者用 POST /api/sla/finished");
                return NOTHING;
            }
            IdentityNumber identity = violations.collect(() -> IdentityNumber.parse("text", text));
            return new CaseText(null, null, identity);
        }
        if (PART_OF_NUMBER.matcher(capital).matches()) {
            return new CaseText(capital, null, null);
        }
        if (NAME.matcher(text).matches()) {
            return new CaseText(null, text, null);
        }
        violations.add("text", text, "应为案号或其中一段（字母、数字和连字符，不超过 40 个），或者完整的姓名");
        return NOTHING;
    }
}
