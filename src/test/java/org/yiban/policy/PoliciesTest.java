package org.yiban.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.calendar.TyphoonCalendars;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Violation;
import org.yiban.region.Regions;

class PoliciesTest {

    private static final Regions REGIONS = Regions.load();
    private static final Policies POLICIES = Policies.packaged(REGIONS, TyphoonCalendars.load(REGIONS));

    @Test
    void aTransferBetweenTwoPoolsOfShandongIsDueOnTheNinthWorkingDay() {
        // when
        TransferDeadline deadline = ask("370800", "371500", "2026-02-12");

        // then
        assertThat(deadline.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(deadline.transferKind()).isEqualTo(TransferKind.WITHIN_PROVINCE);
        assertThat(deadline.transferNeeded()).isTrue();
        assertThat(deadline.workingDays()).isEqualTo(9);
        assertThat(deadline.dueOn()).isEqualTo("2026-03-03");
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.basis()).containsExactly(new ProvisionReference("SD2021-54 art.(九)[2]"));
    }

    @Test
    void aTransferCountsAndNamesTheDaysOfThePoolItGoesTo() {
        // when
        TransferDeadline toLiaocheng = ask("370800", "371500", "2026-09-03");
        TransferDeadline fromLiaocheng = ask("371500", "370800", "2026-09-03");

        // then
        assertThat(toLiaocheng.dueOn()).isEqualTo("2026-09-17");
        assertThat(toLiaocheng.explanation().reasons().steps())
                .filteredOn(step -> step.template().contains("转入地另行放假"))
                .singleElement()
                .extracting(Step::arguments)
                .isEqualTo(List.of(List.of("台风停工2026-09-08（聊防指发〔2026〕7号）")));
        assertThat(fromLiaocheng.dueOn()).isEqualTo("2026-09-16");
    }

    @Test
    void anAnswerExplainsItself() {
        // when
        Explanation explanation = ask("370829", "371500", "2026-02-12").explanation();

        // then
        assertThat(explanation.family()).isEqualTo("transfer-deadline");
        assertThat(explanation.businessDate()).isEqualTo("2026-02-12");
        assertThat(explanation.facts())
                .isEqualTo(Map.of(
                        "fromRegion", "370829",
                        "toRegion", "371500",
                        "acceptedOn", "2026-02-12",
                        "fromPool", "370800",
                        "toPool", "371500",
                        "transferKind", "WITHIN_PROVINCE"));
        assertThat(explanation.instrument()).isEqualTo("SD2021-54");
        assertThat(explanation.tableId()).isEqualTo("transferDeadline_370000_SD2021_54");
        assertThat(explanation.tableVersion()).matches("[0-9a-f]{12}");
        assertThat(explanation.ruleId()).isEqualTo("transferDeadline_370000_SD2021_54_withinProvince");
        assertThat(explanation.ruleText()).contains("9个工作日");
        assertThat(explanation.results()).containsEntry("dueOn", "2026-03-03");
    }

    @Test
    void aBasisIsCitedWithItsDocumentAndWhatItSays() {
        // given
        ProvisionReference national = new ProvisionReference("NAT2021-43");
        ProvisionReference agency = new ProvisionReference("AGENCY");

        // when
        List<CitedProvision> cited =
                POLICIES.cite(List.of(new ProvisionReference("SD2021-54 art.(三)[4]"), national, agency));

        // then
        assertThat(cited.get(0))
                .isEqualTo(new CitedProvision(
                        "SD2021-54 art.(三)[4]",
                        "鲁医保发〔2021〕54号《关于进一步规范基本医疗保险参保缴费与待遇支付有关问题的通知》",
                        "超过3个月才接续的，从缴费的次月起享受待遇。",
                        false));
        assertThat(cited.get(1).secondary()).isTrue();
        assertThat(cited.get(2)).isEqualTo(new CitedProvision("AGENCY", null, null, false));
    }

    @Test
    void aTableWithoutARowLetsTheNextSpeak() {
        // when: Shandong's document holds from the next day on
        TransferDeadline deadline = ask("371500", "370800", "2022-03-31");

        // then
        assertThat(deadline.explanation().instrument()).isEqualTo("NAT2021-43");
        assertThat(deadline.workingDays()).isEqualTo(15);
    }

    @Test
    void whereNoDocumentSpeaksAPersonDecidesAndTheKindIsStatedAllTheSame() {
        // when
        TransferDeadline deadline = ask("371500", "370100", "2021-11-30");

        // then
        assertThat(deadline.outcome()).isEqualTo(Outcome.REFER);
        assertThat(deadline.transferKind()).isEqualTo(TransferKind.WITHIN_PROVINCE);
        assertThat(deadline.transferNeeded()).isNull();
        assertThat(deadline.workingDays()).isNull();
        assertThat(deadline.dueOn()).isNull();
        assertThat(deadline.provisional()).isNull();
        assertThat(deadline.basis()).isEmpty();
        assertThat(deadline.explanation().tableId()).isNull();
        assertThat(deadline.explanation().ruleText()).contains("人工");
    }

    @Test
    void aMoveWithinAPoolOfWhichNoDocumentSpeaksNeedsNoTransfer() {
        // when
        TransferDeadline deadline = ask("110101", "110102", "2020-01-01");

        // then
        assertThat(deadline.outcome()).isEqualTo(Outcome.DECIDED);
        assertThat(deadline.transferKind()).isEqualTo(TransferKind.WITHIN_POOL);
        assertThat(deadline.transferNeeded()).isFalse();
        assertThat(deadline.basis()).isEmpty();
        assertThat(deadline.explanation().instrument()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "130000, 371500, 2023-03-06, 15, SD2021-54 art.(九)[2]",
        "130100, 370000, 2023-03-06, 15, SD2021-54 art.(九)[2]",
        "370000, 220000, 2023-03-06, 15, NAT2021-43"
    })
    void twoProvincesDifferWhateverTheirPoolsAre(String from, String to, String on, int workingDays, String basis) {
        // when
        TransferDeadline deadline = ask(from, to, on);

        // then
        assertThat(deadline.transferKind()).isEqualTo(TransferKind.CROSS_PROVINCE);
        assertThat(deadline.workingDays()).isEqualTo(workingDays);
        assertThat(deadline.basis()).containsExactly(new ProvisionReference(basis));
    }

    @Test
    void withinAProvinceBothPoolsMustBeKnown() {
        assertThatThrownBy(() -> ask("370000", "371500", "2023-03-06"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::field)
                        .containsExactly("fromRegion"));
        assertThatThrownBy(() -> POLICIES.classify("370000", "370000"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::field)
                        .containsExactly("fromRegion", "toRegion"));
    }

    @Test
    void everythingMissingOrWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> POLICIES.decide(
                        "transfer-deadline",
                        Map.of("fromRegion", "999999", "toRegion", "37080", "acceptedOn", "2023-02-29")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::field, Violation::value)
                        .containsExactly(
                                tuple("fromRegion", "999999"),
                                tuple("toRegion", "37080"),
                                tuple("acceptedOn", "2023-02-29")));
        assertThatThrownBy(() -> POLICIES.transferDeadline(new TransferDeadlineQuestion(null, null, null)))
                .hasMessageContainingAll("fromRegion", "toRegion", "acceptedOn");
    }

    @Test
    void aFactThatTheFamilyDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> POLICIES.decide("transfer-deadline", Map.of("color", "red")))
                .hasMessageContaining("color")
                .hasMessageContaining("fromRegion");
    }

    @Test
    void aFamilyThatDoesNotExistIsRefusedByName() {
        assertThatThrownBy(() -> POLICIES.decide("unheard-of", Map.of()))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::value)
                        .isEqualTo(List.of("unheard-of")));
    }

    @Test
    void whatAPersonMustDecideStatesOnlyWhatIsCertainWhateverTheOpenFacts() {
        // when: without a local rate nobody can quote; the base would depend on the identity, as what one goes on does
        // not
        Answer answer = POLICIES.decide("retirement-backpay", Map.of("region", "220000", "quotedOn", "2023-05-31"));

        // then
        assertThat(answer.outcome()).isEqualTo(Outcome.REFER);
        assertThat(answer.results()).containsOnlyKeys("outcome", "continueAs");
    }

    @Test
    void everyRuleThatMayLeaveItToAPersonIsNamed() {
        // when
        Explanation explanation = POLICIES.decide(
                        "retirement-backpay", Map.of("region", "220000", "quotedOn", "2023-05-31"))
                .explanation();

        // then
        assertThat(explanation.ruleId().split(";")).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(explanation.ruleText().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void factsThatMatterAreAskedForWithTheirChineseNamesAndWhatTheyMayBe() {
        assertThatThrownBy(() -> POLICIES.decide(
                        "retirement-backpay",
                        Map.of("region", "370800", "quotedOn", "2023-07-10", "shortfallMonths", "12")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::field)
                        .containsExactly(
                                "identity",
                                "shortfallKind",
                                "pensionStarted",
                                "paidInFullToDate",
                                "lastBase",
                                "payableBaseBeforeRetirement",
                                "pensionLastMonth",
                                "minimumBase"))
                .hasMessageContaining("所差年限的种类")
                .hasMessageContaining("ACTUAL（实际缴费年限）");
    }

    @Test
    void aFamilyDeclaresItsFactsAndResultsForFormsAndTheApi() {
        assertThat(POLICIES.declaredFacts("suspension"))
                .filteredOn(fact -> fact.type() == FactType.CHOICE)
                .extracting(Fact::name)
                .containsExactly("identity", "benefit");
        assertThat(POLICIES.declaredResults("suspension"))
                .extracting(Result::name)
                .containsExactly("outcome", "suspended", "suspendedFrom", "basis");
    }

    @Test
    void classificationNeedsNoDate() {
        assertThat(POLICIES.classify("220500", "220581")).isEqualTo(TransferKind.WITHIN_PROVINCE);
        assertThat(POLICIES.classify("371502", "371521")).isEqualTo(TransferKind.WITHIN_POOL);
    }

    private static TransferDeadline ask(String from, String to, String acceptedOn) {
        return POLICIES.transferDeadline(new TransferDeadlineQuestion(from, to, LocalDate.parse(acceptedOn)));
    }
}
