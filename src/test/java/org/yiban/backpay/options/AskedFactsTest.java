package org.yiban.backpay.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiban.backpay.options.Weighing.JILIN_2024;
import static org.yiban.backpay.options.Weighing.JILIN_RATE;
import static org.yiban.backpay.options.Weighing.facts;
import static org.yiban.backpay.options.Weighing.from;
import static org.yiban.backpay.options.Weighing.jilinFlexible;
import static org.yiban.backpay.options.Weighing.liaochengMan;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiban.kernel.ProblemException;
import org.yiban.reference.Figure;
import org.yiban.reference.FigureKind;

/** What has to be known before options can be weighed, and what is refused. */
class AskedFactsTest {

    @Test
    void onlyWhatTheAnswerDependsOnIsAsked() {
        // given
        WeighingOptions options = Weighing.with(JILIN_2024, JILIN_RATE);
        Map<String, String> facts = jilinFlexible("2026-03-16");

        // then
        assertThat(options.asked(facts)).isEmpty();
        facts.remove("sex");
        assertThat(options.asked(facts)).containsExactly("sex");
        facts.put("sex", "FEMALE");
        facts.put("identity", "EMPLOYER");
        assertThat(options.asked(facts)).containsExactly("baseAtRetirement");
    }

    @Test
    void theKindOfAccountIsAskedWhereRatesDifferByIt() {
        Figure pooledOnly = from(FigureKind.LOCAL_RATE, "220100", "2024-01-01", "0.056", null, "POOLED_ONLY");
        Figure withAccount = from(FigureKind.LOCAL_RATE, "220100", "2024-01-01", "0.08", null, "POOLED_WITH_ACCOUNT");
        Map<String, String> facts = jilinFlexible("2026-03-16");
        facts.remove("accountType");

        assertThat(Weighing.with(JILIN_2024, pooledOnly, withAccount).asked(facts))
                .containsExactly("accountType");
        assertThat(Weighing.with(JILIN_2024, pooledOnly, withAccount).asked(liaochengMan()))
                .isEmpty();
    }

    @Test
    void whatTheTablesTakeForUsualIsAskedWhereItWouldChangeTheAnswer() {
        // given a flexible worker short of months, one who has them, and an employee
        WeighingOptions options = Weighing.with(JILIN_2024, JILIN_RATE);
        Map<String, String> facts = jilinFlexible("2026-03-16");
        Map<String, String> met = new HashMap<>(facts);
        met.put("actualMonths", "300");
        met.put("actualMonthsInProvince", "300");
        Map<String, String> employee = new HashMap<>(met);
        employee.put("identity", "EMPLOYER");

        // then
        assertThat(options.assumed(facts)).containsExactly("convertsToAccount");
        assertThat(options.assumed(met)).containsExactly("convertsToAccount");
        assertThat(options.assumed(employee)).isEmpty();
        assertThat(options.assumed(liaochengMan())).isEmpty();
        facts.put("convertsToAccount", "false");
        assertThat(options.assumed(facts)).isEmpty();
    }

    @Test
    void aShortfallIsNeverStatedByHand() {
        Map<String, String> facts = liaochengMan();
        facts.put("shortfallMonths", "0");

        assertThatThrownBy(() -> Weighing.with().weigh(facts))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.violations())
                        .singleElement()
                        .satisfies(violation -> assertThat(violation.field()).isEqualTo("shortfallMonths")));
    }

    @Test
    void moreMonthsThanAWorkingLifeHasAreRefused() {
        Map<String, String> facts = liaochengMan();
        facts.put("deemedMonths", "400");

        assertThatThrownBy(() -> Weighing.with().weigh(facts))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("664 个月");
    }

    @Test
    void whatIsNoFactIsRefusedByName() {
        Map<String, String> facts = liaochengMan();
        facts.put("height", "180");

        assertThatThrownBy(() -> Weighing.with().weigh(facts))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("height");
    }
}
