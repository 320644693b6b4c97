package org.yiban.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a case (案号), or of an enquiry that opens none: kind, pool, year and a running number, as in
 * {@code ZR371500-2026-000001}.
 *
 * @param value the number as it is written and spoken
 */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{6}-\\d{4}-\\d{6,}");

    public CaseNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw ProblemException.invalid("caseNumber", value, "应为案号，如 ZR371500-2026-000001");
        }
    }

    /** Builds a number from its parts; {@code running} is counted from 1 for each kind, pool and year. */
    public static CaseNumber of(String kindLetters, String poolCode, int year, long running) {
        return new CaseNumber(String.format(Locale.ROOT, "%s%s-%04d-%06d", kindLetters, poolCode, year, running));
    }

    @Override
    public String toString() {
        return value;
    }
}
