package org.yiban.policy.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiban.policy.Fact;
import org.yiban.policy.feel.CellTest;
import org.yiban.policy.feel.UnreadableCellException;

class CellReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0 1 2 3 4 5",
                "3 | 3",
                "1,3 | 1 3",
                "<= 2 | 0 1 2",
                "< 2 | 0 1",
                "> 3 | 4 5",
                "[1..3] | 1 2 3",
                "(1..3) | 2",
                "]1..3[ | 2",
                "[1..3) | 1 2",
                "0,[3..4] | 0 3 4",
                "not(2) | 0 1 3 4 5",
                "not(1,[3..4]) | 0 2 5",
                "[3..1] | ''",
                "(2..3) | ''",
            })
    void aCellTakesTheNumbersItSays(String cell, String taken) {
        // given
        Scale scale = new Scale(Fact.count("n", "数", "个"));
        List<CellTest> tests = new ArrayList<>(List.of(CellTest.read(cell)));
        IntStream.rangeClosed(0, 5).forEach(number -> tests.add(CellTest.read(String.valueOf(number))));

        // when
        Axis axis = new Axis(scale, tests);

        // then
        String passing = axis.passing(tests.get(0)).stream()
                .mapToObj(piece -> axis.example(piece).toString())
                .filter(number -> Integer.parseInt(number) <= 5)
                .collect(Collectors.joining(" "));
        assertThat(passing).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "more than 3",
                "? > 3",
                "3..5",
                "[1..3",
                "not(3",
                "3,",
                "\"open",
                "date(\"2022-02-30\")",
                "date(paidOn)",
                "3 4"
            })
    void anythingElseIsRefused(String cell) {
        assertThatThrownBy(() -> CellTest.read(cell)).isInstanceOf(UnreadableCellException.class);
    }
}
