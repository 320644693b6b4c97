package org.yiban.person;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yiban.kernel.ProblemException;

/**
 * A valid identity number 证件号码, in its normal form: half-width, capital letters, no blanks around it.
 *
 * <p>Accepted are the four kinds of {@link IdentityNumberKind}. Eighteen characters: area or country code (6; its
 * existence is not checked, since codes vanish with the divisions they stood for), birth date (8), sequence (3, odd for
 * men), check character MOD 11-2 (GB 11643-1999; the card of 2023 follows it). Fifteen characters, the foreigner's card
 * of 2017: country (3 letters), place of acceptance (4 digits), birth date without century (6), sequence (1), check
 * digit ICAO 7-3-1 over the fourteen before it. That number alone says neither the century nor, with certainty, the
 * sex: {@link #bornOn()} and {@link #sex()} are {@code null} for it.
 *
 * <p>No clock is consulted: whether a birth date lies in the future is for whoever knows the business date.
 * {@link #toString()} is masked, so that a number never slips into a log.
 */
public final class IdentityNumber {

    private static final int YEAR_OF_FIRST_BIRTHS = 1850;
    private static final Pattern PERMIT_START = Pattern.compile("8[123].*");
    private static final Pattern PERMIT_AREA = Pattern.compile("8[123]0000.*");
    private static final Pattern LOOKS_LIKE_A_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[A-Za-z]{3}[0-9]{12})(?![0-9A-Za-z])");

    private final String value;
    private final IdentityNumberKind kind;
    private final LocalDate bornOn;

    private IdentityNumber(String value, IdentityNumberKind kind, LocalDate bornOn) {
        this.value = value;
        this.kind = kind;
        this.bornOn = bornOn;
    }

    /**
     * Reads a number as people type it (full-width characters, a small x and blanks around it are accepted).
     *
     * @param field the field to name in a refusal
     * @throws ProblemException saying what is wrong: length, character at a place, birth date or check character; the
     *     value it carries is masked
     */
    public static IdentityNumber parse(String field, String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.invalid(field, text, "请填写证件号码");
        }
        String value = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        try {
            return value.length() == 15 ? parseCardOf2017(value) : parseEighteen(value);
        } catch (Refused refused) {
            throw ProblemException.invalid(field, mask(value), refused.getMessage());
        }
    }

    /** Hides every identity number that stands within a text that people wrote, valid or not. */
    public static String maskWithin(String text) {
        return text == null ? null : LOOKS_LIKE_A_NUMBER.matcher(text).replaceAll(found -> mask(found.group()));
    }

    /** The number in full. Never log it, never put it into an address, an engine variable or an event. */
    public String value() {
        return value;
    }

    /** First three and last four characters (last two of a card of 2017); the birth date is always hidden. */
    public String masked() {
        return mask(value);
    }

    /** Birth date; {@code null} for a foreigner's card of 2017, whose number leaves the century open. */
    public LocalDate bornOn() {
        return bornOn;
    }

    /** Sex by the sequence number; {@code null} for a foreigner's card of 2017. */
    public Sex sex() {
        if (kind == IdentityNumberKind.FOREIGNER_CARD_2017) {
            return null;
        }
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Which document it is the number of. */
    public IdentityNumberKind kind() {
        return kind;
    }

    private static IdentityNumber parseEighteen(String value) {
        if (value.length() != 18) {
            throw new Refused("应为18位（外国人永久居留身份证2017版为15位），现为" + value.length() + "位");
        }
        requireDigits(value, 0, 17);
        char last = value.charAt(17);
        if (!isDigit(last) && last != 'X') {
            throw new Refused("第18位应为数字或X");
        }
        IdentityNumberKind kind = kindOfEighteen(value);
        LocalDate bornOn = date(value.substring(6, 10), value.substring(10, 12), value.substring(12, 14));
        if (bornOn == null || bornOn.getYear() < YEAR_OF_FIRST_BIRTHS) {
            throw new Refused("第7至14位不是有效的出生日期");
        }
        if (CheckCharacters.mod112(value.substring(0, 17)) != last) {
            throw new Refused("校验码不符，请核对号码");
        }
        return new IdentityNumber(value, kind, bornOn);
    }

    private static IdentityNumberKind kindOfEighteen(String value) {
        char first = value.charAt(0);
        if (first == '0') {
            throw new Refused("第1位应为1至9");
        }
        if (first == '9') {
            return IdentityNumberKind.FOREIGNER_CARD;
        }
        if (PERMIT_AREA.matcher(value).matches()) {
            return IdentityNumberKind.HK_MACAO_TAIWAN_PERMIT;
        }
        if (PERMIT_START.matcher(value).matches()) {
            throw new Refused("港澳台居民居住证号码前6位应为810000、820000或830000");
        }
        return IdentityNumberKind.RESIDENT;
    }

    private static IdentityNumber parseCardOf2017(String value) {
        if (isDigit(value.charAt(0))) {
            throw new Refused("15位居民身份证号码已停用，请填写18位号码");
        }
        for (int i = 0; i < 3; i++) {
            if (value.charAt(i) < 'A' || value.charAt(i) > 'Z') {
                throw new Refused("第" + (i + 1) + "位应为字母（外国人永久居留身份证2017版以三位国籍代码开头）");
            }
        }
        requireDigits(value, 3, 15);
        String month = value.substring(9, 11);
        String day = value.substring(11, 13);
        String yearOfCentury = value.substring(7, 9);
        if (date("19" + yearOfCentury, month, day) == null && date("20" + yearOfCentury, month, day) == null) {
            throw new Refused("第8至13位不是有效的出生日期");
        }
        if (CheckCharacters.icao(value.substring(0, 14)) != value.charAt(14)) {
            throw new Refused("校验码不符，请核对号码");
        }
        return new IdentityNumber(value, IdentityNumberKind.FOREIGNER_CARD_2017, null);
    }

    private static void requireDigits(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(value.charAt(i))) {
                throw new Refused("第" + (i + 1) + "位应为数字");
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Of text of another length than a number's only the first three characters are shown. */
    private static String mask(String text) {
        int shownAtEnd = text.length() == 18 ? 4 : text.length() == 15 ? 2 : 0;
        int shownAtStart = Math.min(3, text.length() / 2);
        return text.substring(0, shownAtStart)
                + "*".repeat(text.length() - shownAtStart - shownAtEnd)
                + text.substring(text.length() - shownAtEnd);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityNumber number && number.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }
}
