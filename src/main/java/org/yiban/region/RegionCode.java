package org.yiban.region;

import org.yiban.kernel.ProblemException;

/**
 * The code of an administrative division (GB/T 2260): six digits. Whether such a division exists is known to
 * {@link Regions}.
 *
 * @param value six digits
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

    private static final int LENGTH = 6;

    public RegionCode {
        if (value == null || !sixDigits(value)) {
            throw new IllegalArgumentException("a region code has six digits: " + value);
        }
    }

    /**
     * Reads a code that somebody wrote.
     *
     * @param field the field it was written in
     * @throws org.yiban.kernel.ProblemException if it is missing or not six digits
     */
    public static RegionCode parse(String field, String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.invalid(field, null, "请填写六位行政区划代码，例如 371500（山东省聊城市）");
        }
        String code = text.strip();
        if (!sixDigits(code)) {
            throw ProblemException.invalid(field, text, "行政区划代码应为六位数字，例如 371500（山东省聊城市）");
        }
        return new RegionCode(code);
    }

    private static boolean sixDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == LENGTH;
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
