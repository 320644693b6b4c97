package org.yiban.person;

/** The two check characters that identity numbers end with. */
final class CheckCharacters {

    private static final String MOD_11_2 = "10X98765432";
    private static final int[] ICAO_WEIGHTS = {7, 3, 1};

    private CheckCharacters() {}

    /** ISO 7064 MOD 11-2 over seventeen digits (GB 11643): one of 0–9 and X. */
    static char mod112(CharSequence digits) {
        int remainder = 0;
        for (int i = 0; i < digits.length(); i++) {
            remainder = (remainder + digits.charAt(i) - '0') * 2 % 11;
        }
        return MOD_11_2.charAt(remainder);
    }

    /** ICAO Doc 9303, weights 7-3-1 modulo 10 over digits and capital letters (A is 10). */
    static char icao(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            int value = c <= '9' ? c - '0' : c - 'A' + 10;
            sum += value * ICAO_WEIGHTS[i % 3];
        }
        return (char) ('0' + sum % 10);
    }
}
