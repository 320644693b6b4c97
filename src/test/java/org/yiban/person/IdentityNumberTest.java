package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;

class IdentityNumberTest {

    private static final String MAN = numberOf("38990119850312", "001");
    private static final String WOMAN = numberOf("38990119850312", "002");

    @Test
    void theExampleOfTheStandardIsValid() {
        // given the example printed in GB 11643-1999
        String text = "11010519491231002X";

        // when
        IdentityNumber number = IdentityNumber.parse("identityNumber", text);

        // then
        assertThat(number.kind()).isEqualTo(IdentityNumberKind.RESIDENT);
        assertThat(number.bornOn()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void anOddSequenceIsAMansAnEvenOneAWomans() {
        assertThat(IdentityNumber.parse("f", MAN).sex()).isEqualTo(Sex.MALE);
        assertThat(IdentityNumber.parse("f", WOMAN).sex()).isEqualTo(Sex.FEMALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002x", "  11010519491231002X ", "１１０１０５１９４９１２３１００２Ｘ"})
    void aNumberIsKeptInItsNormalForm(String typed) {
        assertThat(IdentityNumber.parse("f", typed).value()).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"810000", "820000", "830000"})
    void aPermitOfHongKongMacaoOrTaiwanIsKnownByItsStart(String start) {
        IdentityNumber number = IdentityNumber.parse("f", numberOf(start + "19900101", "003"));

        assertThat(number.kind()).isEqualTo(IdentityNumberKind.HK_MACAO_TAIWAN_PERMIT);
        assertThat(number.bornOn()).isEqualTo(LocalDate.of(1990, 1, 1));
    }

    @Test
    void aForeignersCardOf2023StartsWithNine() {
        IdentityNumber number = IdentityNumber.parse("f", numberOf("93784019880229", "002"));

        assertThat(number.kind()).isEqualTo(IdentityNumberKind.FOREIGNER_CARD);
        assertThat(number.bornOn()).isEqualTo(LocalDate.of(1988, 2, 29));
        assertThat(number.sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void aForeignersCardOf2017SaysNeitherCenturyNorSex() {
        IdentityNumber number = IdentityNumber.parse("f", "kaz110090123105");

        assertThat(number.kind()).isEqualTo(IdentityNumberKind.FOREIGNER_CARD_2017);
        assertThat(number.value()).isEqualTo("KAZ110090123105");
        assertThat(number.bornOn()).isNull();
        assertThat(number.sex()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aMissingNumberIsRefused(String nothing) {
        assertThat(refusalOf(nothing).message()).isEqualTo("请填写证件号码");
    }

    @ParameterizedTest
    @CsvSource({
        "1101051949123100,      应为18位（外国人永久居留身份证2017版为15位），现为16位",
        "110105491231002,       15位居民身份证号码已停用，请填写18位号码",
        "1101051949123A002X,    第14位应为数字",
        "11010519491231002A,    第18位应为数字或X",
        "010105194912310021,    第1位应为1至9",
        "810101199001010031,    港澳台居民居住证号码前6位应为810000、820000或830000",
        "110105194902290021,    第7至14位不是有效的出生日期",
        "110105184912310021,    第7至14位不是有效的出生日期",
        "110105194912310021,    校验码不符，请核对号码",
        "KA1110090123105,       第3位应为字母（外国人永久居留身份证2017版以三位国籍代码开头）",
        "KAZ1100901231A5,       第14位应为数字",
        "KAZ110090133105,       第8至13位不是有效的出生日期",
        "KAZ110090123106,       校验码不符，请核对号码"
    })
    void aRefusalSaysWhatIsWrong(String text, String message) {
        assertThat(refusalOf(text).message()).isEqualTo(message);
    }

    @Test
    void aRefusalCarriesTheFieldAndTheMaskedValue() {
        Violation violation = refusalOf("110105194912310021");

        assertThat(violation.field()).isEqualTo("identityNumber");
        assertThat(violation.value()).isEqualTo("110***********0021");
    }

    @Test
    void aNumberIsNeverPrintedInFull() {
        assertThat(IdentityNumber.parse("f", MAN)).hasToString("389***********" + MAN.substring(14));
        assertThat(IdentityNumber.parse("f", "KAZ110090123105")).hasToString("KAZ**********05");
    }

    @Test
    void numbersWithinATextAreMasked() {
        // given
        String text = "家属来电，证件号" + MAN + "，另有KAZ110090123105；单号20260101123456789012不动";

        // when
        String masked = IdentityNumber.maskWithin(text);

        // then
        assertThat(masked)
                .isEqualTo(
                        "家属来电，证件号389***********" + MAN.substring(14) + "，另有KAZ**********05；单号20260101123456789012不动");
        assertThat(IdentityNumber.maskWithin(null)).isNull();
    }

    static String numberOf(String areaAndBirth, String sequence) {
        String digits = areaAndBirth + sequence;
        return digits + CheckCharacters.mod112(digits);
    }

    private static Violation refusalOf(String text) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> IdentityNumber.parse("identityNumber", text));
        assertThat(refusal.violations()).hasSize(1);
        return refusal.violations().get(0);
    }
}
