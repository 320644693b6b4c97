package org.yiban.refund.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.ProblemException;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.policy.Answer;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.KnownFact;
import org.yiban.refund.facts.RefundOfDemoPeople.Case;

/** From the record of the demo's people, through the tables, to what they get back. */
@YibanTest
class DerivingFactsTest {

    @Autowired
    DerivingFacts derivingFacts;

    @Autowired
    ClaimChecks checks;

    @Autowired
    Payments payments;

    @Autowired
    People people;

    @Autowired
    Policies policies;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = RefundOfDemoPeople.DECIDED)
    void theRecordAloneLeadsToTheAnswer(
            String receipt,
            RefundReason reason,
            LocalDate requestedOn,
            LocalDate eventOn,
            LocalDate eventUntil,
            Outcome outcome,
            String scope,
            String basis,
            String amount,
            String clawback) {
        RefundClaim claim = new Case(receipt, reason, requestedOn, eventOn, eventUntil).claim(payments);

        // when
        RefundFacts facts = derivingFacts.derive(claim);

        // then
        assertThat(checks.check(claim, people.require(claim.personId()), null, null, null))
                .isEmpty();
        assertThat(facts.asked()).isEmpty();
        Answer eligibility = policies.decide("refund-eligibility", facts.eligibilityQuestion());
        assertThat(eligibility.outcome()).isEqualTo(outcome);
        assertThat(eligibility.results().get("refundScope")).isEqualTo(scope);
        if (basis != null) {
            assertThat(eligibility.basis()).extracting(Objects::toString).contains(basis);
        }
        if (outcome == Outcome.ELIGIBLE) {
            Map<String, Object> money = policies.decide("refund-amount", facts.amountQuestion(scope))
                    .results();
            assertThat(money.get("refundAmount")).hasToString(amount);
            assertThat(money.get("clawbackAmount")).hasToString(clawback);
        }
    }

    @Test
    void everyReasonIsClaimedBySomebodyInEveryPoolWhoseDocumentsSpeakOfIt() {
        Map<String, List<String>> reasons = Arrays.stream(RefundOfDemoPeople.DECIDED.split("\n"))
                .map(row -> row.strip().split("\\s*\\|\\s*"))
                .collect(Collectors.groupingBy(
                        cells -> cells[0].substring(0, 6), Collectors.mapping(cells -> cells[1], Collectors.toList())));

        assertThat(reasons.get("220100"))
                .contains(Stream.of(RefundReason.values())
                        .filter(reason -> reason != RefundReason.IMPRISONMENT)
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(reasons.get("211200"))
                .contains(
                        "DEATH",
                        "OVERPAID_AFTER_RETIREMENT",
                        "EMPLOYED_AFTER_ANNUAL_PREPAYMENT",
                        "DUPLICATE_DURING_UNEMPLOYMENT",
                        "IMPRISONMENT",
                        "LATE_CHANGE_REGISTRATION",
                        "JOINED_EMPLOYEE_SCHEME",
                        "DUPLICATE_PAYMENT",
                        "ENROLLED_IN_OTHER_POOL");
        assertThat(reasons).containsKeys("371500", "370800");
    }

    @Test
    void everyFactSaysWhereItStands() {
        RefundFacts facts = derive("220100-2023-000001", RefundReason.JOINED_EMPLOYEE_SCHEME, "2023-12-20");

        assertThat(Stream.concat(facts.eligibility().stream(), facts.amount().stream()))
                .allSatisfy(fact -> {
                    assertThat(fact.source()).isNotBlank();
                    assertThat(fact.label()).containsPattern("\\p{IsHan}");
                });
        assertThat(source(facts, "phase")).contains("凭证 220100-2023-000001", "待遇享受期自 2024-01-01 起");
        assertThat(source(facts, "eventPhase")).contains("参保登记：吉林省长春市，单位职工，自 2023-12-01 起");
        assertThat(source(facts, "subsidised")).contains("没有医疗救助资助");
    }

    @Test
    void theYearsAreAskedOnlyWhereTheAnswerDependsOnThem() {
        RefundFacts tieling =
                derive("211200-2025-000004", RefundReason.OVERPAID_AFTER_RETIREMENT, "2025-10-10", "2025-04-16");
        RefundFacts jilin =
                derive("220100-2023-000011", RefundReason.OVERPAID_AFTER_RETIREMENT, "2023-07-05", "2023-04-15");

        assertThat(tieling.asked()).extracting(KnownFact::name).containsExactly("requiredYearsMet");
        assertThat(jilin.asked()).isEmpty();
    }

    @Test
    void aClerksAnswerToWhatWasAskedLeadsToTheAmount() {
        // given
        RefundClaim claim =
                claim("211200-2025-000004", RefundReason.OVERPAID_AFTER_RETIREMENT, "2025-10-10", "2025-04-16", null);

        // when
        RefundFacts stated = derivingFacts.consider(
                claim,
                derivingFacts
                        .derive(claim)
                        .corrected(List.of(new Correction("requiredYearsMet", "true", "退休审批表所载年限已满")), List.of()));

        // then
        assertThat(stated.asked()).isEmpty();
        assertThat(stated.corrected()).singleElement().satisfies(fact -> assertThat(fact.source())
                .contains("经办人员填写", "退休审批表所载年限已满", "没有办理退休待遇"));
        assertThat(amount(stated, "MONTHS_SINCE_RETIREMENT")).isEqualTo("2400.00");
    }

    @Test
    void whatNeitherRecordNorApplicantSaysIsAsked() {
        RefundFacts facts = derive("211200-2025-000008", RefundReason.IMPRISONMENT, "2025-08-01");

        assertThat(facts.asked()).extracting(KnownFact::name).containsExactly("eventMonth");
    }

    @Test
    void theDayOfAnEventNobodyKnowsIsAskedWhereItDecides() {
        // given a resident who says to have moved to another pool, where nothing is on record
        RefundFacts facts = derive("220100-2025-000004", RefundReason.ENROLLED_IN_OTHER_POOL, "2026-01-05");

        // then
        assertThat(facts.asked()).extracting(KnownFact::name).contains("eventPhase");
    }

    @Test
    void whatTheRecordSaysOfAnotherDayThanTheApplicantStandsBesideIt() {
        RefundFacts facts =
                derive("220100-2023-000001", RefundReason.JOINED_EMPLOYEE_SCHEME, "2023-12-20", "2023-12-05");

        assertThat(source(facts, "eventPhase")).contains("自 2023-12-01 起", "申请所述为 2023-12-05");
    }

    @Test
    void aCreditIsCountedAnewForTheScopeThatASeniorChooses() {
        // given two months of three that a unit paid too much, where Tieling is silent
        RefundClaim claim =
                claim("211200-2025-000015", RefundReason.LATE_CHANGE_REGISTRATION, "2025-06-10", null, null);
        RefundFacts facts = derivingFacts.derive(claim);

        // when
        RefundFacts chosen = derivingFacts.forScope(claim, facts, "MONTHS_AFTER_DEATH");

        // then
        assertThat(value(facts, "accountCredited")).isEqualTo("276.00");
        assertThat(value(chosen, "accountCredited")).isEqualTo("184.00");
    }

    @Test
    void whatAClerkStatesOfACreditStays() {
        RefundClaim claim =
                claim("211200-2025-000008", RefundReason.IMPRISONMENT, "2025-08-01", "2025-04-02", "2025-06-28");

        RefundFacts stated = derivingFacts.consider(
                claim,
                derivingFacts
                        .derive(claim)
                        .corrected(List.of(new Correction("accountCredited", "200.00", "四月少划10元")), List.of()));

        assertThat(value(stated, "accountCredited")).isEqualTo("200.00");
    }

    @Test
    void correctionsThatAreNoneAreRefusedAltogether() {
        RefundFacts facts = derive("220100-2023-000001", RefundReason.JOINED_EMPLOYEE_SCHEME, "2023-12-20");

        assertThatThrownBy(() -> facts.corrected(
                        List.of(
                                new Correction("paidAmount", "9999.00", "多退一点"),
                                new Correction("weather", "SUNNY", "晴"),
                                new Correction("phase", "WAITING", " ")),
                        List.of()))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.violations())
                        .extracting("field")
                        .containsExactly("facts.paidAmount", "facts.weather", "reason.phase"));
    }

    @Test
    void aCorrectionToNoValueOfTheFactIsRefused() {
        RefundClaim claim = claim("220100-2023-000001", RefundReason.JOINED_EMPLOYEE_SCHEME, "2023-12-20", null, null);
        RefundFacts wrong =
                derivingFacts.derive(claim).corrected(List.of(new Correction("phase", "SOMETIME", "看错")), List.of());

        assertThatThrownBy(() -> derivingFacts.consider(claim, wrong))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("phase");
    }

    @Test
    void manyClaimsAreDerivedAtOnceInTheirOrder() {
        RefundClaim one = claim("220100-2023-000001", RefundReason.JOINED_EMPLOYEE_SCHEME, "2023-12-20", null, null);
        RefundClaim other =
                claim("211200-2025-000005", RefundReason.EMPLOYED_AFTER_ANNUAL_PREPAYMENT, "2025-08-01", null, null);

        assertThat(derivingFacts.derive(List.of(one, other, one)))
                .containsExactly(derivingFacts.derive(one), derivingFacts.derive(other), derivingFacts.derive(one));
    }

    @Test
    void theFactsOfAClaimCanBeKeptAsJson() throws JsonProcessingException {
        RefundFacts facts =
                derive("211200-2025-000004", RefundReason.OVERPAID_AFTER_RETIREMENT, "2025-10-10", "2025-04-16");
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readValue(json.writeValueAsString(facts), RefundFacts.class))
                .isEqualTo(facts);
    }

    private RefundFacts derive(String receipt, RefundReason reason, String requestedOn) {
        return derivingFacts.derive(claim(receipt, reason, requestedOn, null, null));
    }

    private RefundFacts derive(String receipt, RefundReason reason, String requestedOn, String eventOn) {
        return derivingFacts.derive(claim(receipt, reason, requestedOn, eventOn, null));
    }

    private RefundClaim claim(String receipt, RefundReason reason, String requestedOn, String from, String until) {
        Payment payment = payments.find(receipt).orElseThrow();
        return new RefundClaim(
                payment.personId(),
                payment.pool(),
                reason,
                payment,
                LocalDate.parse(requestedOn),
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    private String amount(RefundFacts facts, String scope) {
        return policies.decide("refund-amount", facts.amountQuestion(scope))
                .results()
                .get("refundAmount")
                .toString();
    }

    private static String source(RefundFacts facts, String name) {
        return fact(facts, name).source();
    }

    private static String value(RefundFacts facts, String name) {
        return fact(facts, name).value();
    }

    private static KnownFact fact(RefundFacts facts, String name) {
        return Stream.concat(facts.eligibility().stream(), facts.amount().stream())
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
