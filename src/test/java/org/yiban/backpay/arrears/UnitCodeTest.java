package org.yiban.backpay.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiban.kernel.ProblemException;

class UnitCodeTest {

    @Test
    void aCodeIsReadWhateverItsCase() {
        String front = "91389900MA0000001";
        String code = front + UnitCode.checkCharacter(front);

        assertThat(UnitCode.parse("unitCode", " " + code.toLowerCase() + " ").value())
                .isEqualTo(code);
    }

    @Test
    void theCheckCharacterIsThatOfTheStandard() {
        // the example that GB 32100-2015 gives
        assertThat(UnitCode.checkCharacter("91350100M000100Y4")).isEqualTo('3');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91389900MA000000", "91389900MA000000IX", "91350100M000100Y44", "91350100M000010Y43"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> UnitCode.parse("unitCode", text)).isInstanceOf(ProblemException.class);
    }
}
