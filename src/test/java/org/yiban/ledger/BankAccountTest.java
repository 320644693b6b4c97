package org.yiban.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;

class BankAccountTest {

    private static final String CARD = "6222020000000000000";
    private static final String BANK = "102100099996";

    @Test
    void aCardIsReadAsPeopleGroupItsDigits() {
        BankAccount account = BankAccount.parse("payee.", " 6222 0200-0000 ０００００００", BANK);

        assertThat(account.number()).isEqualTo(CARD);
        assertThat(account.masked()).isEqualTo("6222****0000");
        assertThat(account).hasToString("6222****0000@" + BANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "102100099996", "103100000026", "104100000004", "105100000017", "301290000007", "308584000013",
                "302100011000", "303100000006", "304100040000", "305100000013", "306581000003", "307584007998",
                "309391000011", "310290000013", "403100000004", "201100000017", "203100000019", "202100000003",
                "313100000013", "318110000014", "316331000018", "315456000105", "319361000013"
            })
    void theCodesThatBanksPublishForThemselvesHoldTheCheck(String code) {
        assertThat(BankAccount.parse("", CARD, code).bankCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "622202000000000001,Luhn", // 18 digits, the last one changed
        "6222020000000000009,Luhn",
        "622202000000000,16 至 19 位",
        "62220200000000000001,16 至 19 位",
        "62220200000000O0000,16 至 19 位"
    })
    void aCardThatFailsItsCheckIsRefusedWithoutBeingRepeated(String number, String why) {
        assertThat(violations(() -> BankAccount.parse("payee.", number, BANK)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("payee.accountNumber");
                    assertThat(violation.message()).contains(why);
                    assertThat(violation.value()).contains("****").doesNotContain(number.substring(4, 12));
                });
    }

    @Test
    void accountAndBankAreCheckedTogether() {
        assertThat(violations(() -> BankAccount.parse("payee.", "", "102100099995")))
                .extracting(Violation::field)
                .containsExactly("payee.accountNumber", "payee.bankCode");
    }

    @Test
    void anOrganisationsAccountIsNoCard() {
        assertThat(BankAccount.parseOrganisation("", "3700 1234 5678", BANK).number())
                .isEqualTo("370012345678");
        assertThat(violations(() -> BankAccount.parseOrganisation("", "1234567", BANK)))
                .hasSize(1);
    }

    @Property(tries = 200)
    void noSingleWrongDigitPasses(
            @ForAll @StringLength(11) @CharRange(from = '0', to = '9') String front,
            @ForAll @IntRange(max = 11) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String code = front + checkOf(front);
        char wrong = (char) ('0' + (code.charAt(place) - '0' + by) % 10);
        String mistyped = code.substring(0, place) + wrong + code.substring(place + 1);

        assertThat(violations(() -> BankAccount.parse("", CARD, mistyped))).hasSize(1);
    }

    private static String checkOf(String front) {
        return java.util.stream.IntStream.range(0, 10)
                .mapToObj(String::valueOf)
                .filter(digit -> holds(front + digit))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(String code) {
        try {
            BankAccount.parse("", CARD, code);
            return true;
        } catch (ProblemException wrong) {
            return false;
        }
    }

    private static List<Violation> violations(Runnable reading) {
        List<Violation>[] found = new List[1];
        assertThatThrownBy(reading::run)
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> found[0] = problem.violations());
        return found[0];
    }
}
