package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which documents speak for a pool on a day, and in which order: the last day of one order and the first of the next. */
class PrecedenceTest {

    private static final DecisionTables TABLES = DecisionTables.packaged();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Jining: its own document, the province's of 2020 behind it, the province's of 2021 before both
                "benefit-continuity, 370000, 370800, 2020-08-31, ''",
                "benefit-continuity, 370000, 370800, 2020-09-01, JN2020-19;SD2020-47",
                "benefit-continuity, 370000, 370800, 2022-03-31, JN2020-19;SD2020-47",
                "benefit-continuity, 370000, 370800, 2022-04-01, SD2021-54;JN2020-19;SD2020-47",
                "benefit-continuity, 370000, 370800, 2025-08-31, SD2021-54;JN2020-19;SD2020-47",
                "benefit-continuity, 370000, 370800, 2025-09-01, SD2021-54",
                // Jining's years and lump sum are its own; the province's sentences would else leave them to a person
                "retirement-backpay, 370000, 370800, 2025-08-31, JN2020-19;SD2021-54;SD2020-47",
                "retirement-backpay, 370000, 370800, 2025-09-01, SD2021-54",
                // Liaocheng: years of its own before the province's, the rest behind it
                "minimum-years, 370000, 371500, 2022-03-31, SD2020-47",
                "minimum-years, 370000, 371500, 2022-04-01, LC2022-18;SD2021-54;SD2020-47",
                "minimum-years, 370000, 371500, 2026-01-01, LC2022-18;SD2021-54",
                "suspension, 370000, 371500, 2022-04-01, SD2021-54;LC2022-18",
                // the rest of Shandong, and a question that names the province alone
                "minimum-years, 370000, 370100, 2022-04-01, SD2021-54;SD2020-47",
                "suspension, 370000, -, 2022-04-01, SD2021-54",
                // Jilin: one document gives way to the next, in every pool of the province
                "refund-eligibility, 220000, 220581, 2021-09-22, ''",
                "refund-eligibility, 220000, 220581, 2021-09-23, JL2021-23",
                "refund-eligibility, 220000, 220581, 2022-09-30, JL2021-23",
                "refund-eligibility, 220000, 220581, 2022-10-01, JL2022-19",
                // Tieling: years by the day of reaching the age, the rest by the document's own day; not the province
                "minimum-years, 210000, 211200, 2021-10-31, ''",
                "minimum-years, 210000, 211200, 2021-11-01, TL2022",
                "arrears, 210000, 211200, 2022-03-31, ''",
                "arrears, 210000, 211200, 2022-04-01, TL2022",
                "arrears, 210000, 210100, 2022-04-01, ''",
                // the country
                "transfer-deadline, 370000, 371500, 2021-11-30, any-region",
                "transfer-deadline, 370000, 371500, 2021-12-01, NAT2021-43;any-region",
                "transfer-deadline, 370000, 371500, 2022-04-01, SD2021-54;NAT2021-43;any-region",
                "transfer-deadline, 110000, 110000, 2026-01-01, NAT2021-43;any-region",
                "refund-amount, -, -, 2020-01-01, any-region"
            })
    void documentsSpeakInTheirOrder(String family, String province, String pool, LocalDate on, String expected) {
        // when
        List<Speaker> speakers = TABLES.speakers(family, province, pool, on);

        // then
        assertThat(speakers)
                .extracting(speaker -> Objects.requireNonNullElse(speaker.instrument(), speaker.folder()))
                .isEqualTo(Arrays.stream(expected.split(";"))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }
}
