package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.yiban.kernel.ProblemException;

/** What holds for every identity number, whoever it belongs to. */
class IdentityNumberPropertiesTest {

    private static final DateTimeFormatter YYYYMMDD = DateTimeFormatter.BASIC_ISO_DATE;

    @Property
    void whatWasBuiltByTheStandardIsReadBack(@ForAll("numbers") String number) {
        IdentityNumber parsed = IdentityNumber.parse("f", number);

        assertThat(parsed.value()).isEqualTo(number);
        assertThat(parsed.bornOn()).isEqualTo(LocalDate.parse(number.substring(6, 14), YYYYMMDD));
    }

    @Property
    void everyWrongDigitIsCaught(
            @ForAll("numbers") String number,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @CharRange(from = '0', to = '9') char typed) {
        Assume.that(number.charAt(place) != typed);

        assertRefused(number.substring(0, place) + typed + number.substring(place + 1));
    }

    @Property
    void everySwapOfNeighboursIsCaught(@ForAll("numbers") String number, @ForAll @IntRange(max = 16) int place) {
        Assume.that(number.charAt(place) != number.charAt(place + 1));

        assertRefused(swapped(number, place));
    }

    @Property
    void everyWrongDigitOfACardOf2017IsCaught(
            @ForAll("cardsOf2017") String number,
            @ForAll @IntRange(min = 3, max = 14) int place,
            @ForAll @CharRange(from = '0', to = '9') char typed) {
        Assume.that(number.charAt(place) != typed);

        assertRefused(number.substring(0, place) + typed + number.substring(place + 1));
    }

    @Property
    void aSwapOfNeighboursOnACardOf2017IsCaughtUnlessTheyDifferByFive(
            @ForAll("cardsOf2017") String number, @ForAll @IntRange(min = 3, max = 12) int place) {
        int difference = Math.abs(number.charAt(place) - number.charAt(place + 1));
        Assume.that(difference != 0 && difference != 5);

        assertRefused(swapped(number, place));
    }

    @Property
    void theBirthDateIsAlwaysHidden(@ForAll("numbers") String number) {
        String masked = IdentityNumber.parse("f", number).masked();

        assertThat(masked).hasSize(18).startsWith(number.substring(0, 3)).endsWith(number.substring(14));
        assertThat(masked.substring(3, 14)).isEqualTo("*".repeat(11));
    }

    @Property
    void theBirthDateOfACardOf2017IsAlwaysHidden(@ForAll("cardsOf2017") String number) {
        String masked = IdentityNumber.parse("f", number).masked();

        assertThat(masked).hasSize(15);
        assertThat(masked.substring(7, 13)).isEqualTo("*".repeat(6));
    }

    @Property
    void arbitraryTextIsEitherANumberOrARefusal(@ForAll String text) {
        try {
            assertThat(IdentityNumber.parse("f", text).value()).hasSizeBetween(15, 18);
        } catch (ProblemException refusal) {
            assertThat(refusal.violations()).hasSize(1);
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> area = Arbitraries.oneOf(
                Arbitraries.integers().between(100000, 799999).map(String::valueOf),
                Arbitraries.of("810000", "820000", "830000"),
                Arbitraries.integers().between(900000, 999999).map(String::valueOf));
        return Combinators.combine(area, births(), Arbitraries.integers().between(0, 999))
                .as((place, birth, sequence) ->
                        IdentityNumberTest.numberOf(place + birth.format(YYYYMMDD), String.format("%03d", sequence)));
    }

    @Provide
    Arbitrary<String> cardsOf2017() {
        Arbitrary<String> country =
                Arbitraries.strings().withCharRange('A', 'Z').ofLength(3);
        return Combinators.combine(
                        country,
                        Arbitraries.integers().between(0, 9999),
                        births(),
                        Arbitraries.integers().between(0, 9))
                .as((letters, place, birth, sequence) -> {
                    String front = letters
                            + String.format("%04d", place)
                            + birth.format(YYYYMMDD).substring(2)
                            + sequence;
                    return front + CheckCharacters.icao(front);
                });
    }

    private static Arbitrary<LocalDate> births() {
        return Dates.dates().between(LocalDate.of(1900, 1, 1), LocalDate.of(2030, 12, 31));
    }

    private static String swapped(String number, int place) {
        return number.substring(0, place)
                + number.charAt(place + 1)
                + number.charAt(place)
                + number.substring(place + 2);
    }

    private static void assertRefused(String number) {
        assertThatThrownBy(() -> IdentityNumber.parse("f", number)).isInstanceOf(ProblemException.class);
    }
}
