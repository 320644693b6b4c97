package org.yiban.backpay.arrears;

import java.util.Locale;
import org.yiban.kernel.ProblemException;

/**
 * The unified social credit code of an organisation 统一社会信用代码 (GB 32100-2015): eighteen digits and capital letters without I,
 * O, S, V and Z, the last of which is a check character, weights 3 to the power of the place, modulo 31.
 *
 * @param value in capitals
 */
public record UnitCode(String value) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int WEIGHT = 3;

    /**
     * Reads a code as people type it.
     *
     * @throws ProblemException INVALID_INPUT if it is none
     */
    static UnitCode parse(String field, String text) {
        String code = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        if (code.length() != LENGTH || !code.chars().allMatch(each -> CHARACTERS.indexOf(each) >= 0)) {
            throw ProblemException.invalid(field, text, "必填：统一社会信用代码为 18 位数字和大写字母（不用 I、O、S、V、Z）");
        }
        if (code.charAt(LENGTH - 1) != checkCharacter(code.substring(0, LENGTH - 1))) {
            throw ProblemException.invalid(field, text, "校验位不对，请核对统一社会信用代码");
        }
        return new UnitCode(code);
    }

    /** The check character of the seventeen characters before it. */
    static char checkCharacter(String characters) {
        int weight = 1;
        int sum = 0;
        for (char each : characters.toCharArray()) {
            sum += CHARACTERS.indexOf(each) * weight;
            weight = weight * WEIGHT % CHARACTERS.length();
        }
        return CHARACTERS.charAt((CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length());
    }
}
