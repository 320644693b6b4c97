package org.yiban.backpay.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.arrears.ArrearsSteps.NOW;
import static org.yiban.backpay.arrears.ArrearsSteps.TODAY;
import static org.yiban.backpay.arrears.ArrearsSteps.application;
import static org.yiban.backpay.arrears.ArrearsSteps.done;
import static org.yiban.backpay.arrears.ArrearsSteps.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.paths.PassedPaths;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.LateMonths;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.region.RegionCode;

/** Every path of {@code employerArrears}, on the real tables and database. */
@YibanTest
class ArrearsPathsTest {

    private static final String CHANGCHUN = "220100";
    private static final String TIELING = "211200";
    private static final String LIAOCHENG = "371500";
    private static final Map<String, String> RATES =
            Map.of("localRate", "0.08", "unitRate", "0.06", "accountRate", "0.028");
    private static final Map<String, String> TIELING_BASE = Map.of("base1", "6000.00");
    private static final String TIELING_AMOUNT = "1260.00";

    @Autowired
    ArrearsSteps steps;

    @Autowired
    People people;

    @Autowired
    LateMonths late;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("backpay/employer-arrears.bpmn", "employerArrears")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void whoWasNeverEnrolledIsPaidForWithTheLateFeeOnTheUnitPartAndTheMonthsCount() {
        // given two employees of Changchun, five years back and three months back, the wage of one unknown
        IdentityNumber old = FictitiousPerson.man();
        IdentityNumber young = FictitiousPerson.woman();
        YearMonth first = NOW.minusMonths(14);
        String number = steps.registered(application(
                CHANGCHUN,
                "NEVER_ENROLLED",
                List.of(
                        row(old, first, NOW.minusMonths(1), "5000.00"),
                        row(young, NOW.minusMonths(3), NOW.minusMonths(1), null))));
        // then what the record does not know is asked
        assertThat(steps.view(number).path("openFacts").toString())
                .contains("unitRate")
                .doesNotContain("base1");

        // when nobody states it
        assertThat(steps.review(number, Map.of("unitRate", "0.06")).status()).isEqualTo(400);
        String unknown = unknownBase(number);
        done(
                steps.review(
                        number,
                        Map.of("localRate", "0.08", "unitRate", "0.06", "accountRate", "0.028", unknown, "4000.00")),
                200);

        // then principal and fee are those of an own count
        BigDecimal principal = new BigDecimal("5600.00").add(new BigDecimal("960.00"));
        BigDecimal fee = fee(first, 14, "300.00").add(fee(NOW.minusMonths(3), 3, "240.00"));
        JsonNode view = steps.view(number);
        assertThat(view.at("/quote/principal").decimalValue()).isEqualByComparingTo(principal);
        assertThat(view.at("/quote/lateFee").decimalValue()).isEqualByComparingTo(fee);
        assertThat(view.at("/decision/basis").toString()).contains("JL2022-19 art.6(3)[b]");

        // when another person approves and the employer pays
        done(steps.approve(number), 200);
        JsonNode notice = steps.view(number).at("/notices/0");
        assertThat(notice.path("title").asText()).isEqualTo("单位欠费补缴通知书");
        assertThat(notice.path("body").asText())
                .contains("口径", "吉林省", principal.add(fee).toString())
                .containsPattern("虚构·\\S+（\\d{4}-\\d\\d 至 \\d{4}-\\d\\d，\\d+ 个月）：月基数");
        steps.taxBureau(number, 1, CollectionState.PAID, principal.add(fee).toString(), "R-" + number);

        // then the months are on record as paid later, the account is credited, the case is closed
        long id = people.find(old).orElseThrow().id();
        assertThat(late.of(id, new RegionCode(CHANGCHUN))).hasSize(14).containsEntry(first, TODAY);
        assertThat(accounts.balance(id, new RegionCode(CHANGCHUN))).isEqualByComparingTo("1960.00");
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(ledgerSum(number)).isZero();
    }

    @Test
    void whatIsPaidInPartIsCountedAnewAndWhatIsNotPaidAtAllGoesBackWhenItIsStopped() {
        // given
        String number = steps.registered(application(CHANGCHUN, "NEVER_ENROLLED"));
        done(steps.review(number, RATES), 200);
        done(steps.approve(number), 200);
        // when a part comes
        steps.taxBureau(number, 1, CollectionState.PARTLY, "100.00", "R1-" + number);
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.DECIDE_UNPAID);
        done(steps.post("review", number, "unpaid", Map.of("decision", "REQUOTE", "payOn", TODAY.toString())), 200);
        // then the rest goes to the approver, who sends it back once
        done(steps.post("approve", number, "approval", Map.of("decision", "RETURN", "reason", "比例再核")), 200);
        done(steps.review(number, Map.of()), 200);
        done(steps.approve(number), 200);
        JsonNode view = steps.view(number);
        assertThat(view.at("/orders/1/amount").decimalValue())
                .isEqualByComparingTo(view.at("/quote/total").decimalValue().subtract(new BigDecimal("100.00")));

        // when nobody pays the rest and it is stopped, what came is to be assigned until it went back
        steps.termIsOver(number);
        done(steps.post("review", number, "unpaid", Map.of("decision", "STOP", "reason", "已移送税务强制征收")), 200);
        // then what came goes back
        assertThat(unassigned(number)).isEqualByComparingTo("100.00");
        done(steps.moneyReturned(number), 200);
        assertThat(unassigned(number)).isZero();
        assertThat(steps.view(number).at("/money/0/settled").asText()).contains("回单 8 号");
        assertThat(steps.view(number).path("outcome").asText()).contains("没有补缴");
    }

    @Test
    void moneyThatComesLateCountsAndNothingMoreIsCollected() {
        // given arrears of Tieling, where no late fee is named
        String number = approved(TIELING, "UNIT_INTERRUPTION", TIELING_BASE);
        steps.termIsOver(number);
        // when the whole amount comes after all
        steps.taxBureau(number, 1, CollectionState.PAID, TIELING_AMOUNT, "R2-" + number);
        steps.taxBureau(number, 1, CollectionState.PAID, TIELING_AMOUNT, "R2-" + number);
        assertThat(steps.view(number).path("received").decimalValue()).isEqualByComparingTo(TIELING_AMOUNT);
        assertThat(unassigned(number)).isZero();
        done(steps.post("review", number, "unpaid", Map.of("decision", "REQUOTE", "payOn", TODAY.toString())), 200);
        done(steps.approve(number), 200);

        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).path("orders")).hasSize(1);
        assertThat(steps.view(number).at("/runs/0/gapCovered").asBoolean()).isTrue();

        // when it comes once more
        steps.taxBureau(number, 1, CollectionState.PAID, TIELING_AMOUNT, "R3-" + number);
        // then it goes back
        assertThat(unassigned(number)).isEqualByComparingTo(TIELING_AMOUNT);
        done(steps.moneyReturned(number), 200);
        assertThat(unassigned(number)).isZero();
    }

    @Test
    void whatTheDocumentsLeaveOpenASeniorDecidesAndNamesThePrice() {
        String number = steps.registered(application(LIAOCHENG, "NEVER_ENROLLED"));
        done(steps.review(number, Map.of()), 200);
        Map<String, Object> price =
                Map.of("outcome", "DECIDED", "payable", "true", "amount", "900.00", "lateFee", "12.00");
        Map<String, Object> credited = new HashMap<>(price);
        credited.put("accountCredited", "true");
        Map<String, Object> withoutFee = new HashMap<>(price);
        withoutFee.remove("lateFee");
        assertThat(steps.seniorDecides(number, credited).violation("results.accountCredited"))
                .contains("划入比例");
        assertThat(steps.seniorDecides(number, withoutFee).violation("results.lateFee"))
                .contains("滞纳金");
        done(steps.seniorDecides(number, price), 204);

        assertThat(steps.view(number).at("/quote/total").decimalValue()).isEqualByComparingTo("912.00");
        done(steps.approve(number), 200);
        steps.taxBureau(number, 1, CollectionState.PAID, "912.00", "R4-" + number);
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void aSeniorMayDecideThatNothingCanBePaid() {
        String number = steps.registered(application(LIAOCHENG, "NEVER_ENROLLED"));
        done(steps.review(number, Map.of()), 200);
        done(steps.seniorDecides(number, Map.of("outcome", "DECIDED", "payable", "false")), 204);

        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
    }

    @Test
    void aReviewerMayFindThatNothingIsOwed() {
        String number = steps.registered(application(TIELING, "UNIT_INTERRUPTION"));
        done(steps.post("review", number, "review", Map.of("decision", "REFUSE", "reason", "职工已在别处参保")), 200);

        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view(number).at("/notices/0/body").asText()).contains("职工已在别处参保");
    }

    @Test
    void aNoticeIsObjectedToAndUpheldWhileMoneyMayComeAllTheSame() {
        // given
        String number = approved(TIELING, "UNIT_INTERRUPTION", TIELING_BASE);
        // when it is upheld and nothing has come
        done(steps.object(number), 200);
        assertThat(steps.object(number).status()).isEqualTo(409);
        done(steps.decideObjection(number, "UPHOLD", false), 200);
        // then the money is waited for as before
        assertThat(steps.step(number)).isNull();
        assertThat(titles(number)).containsExactly("单位欠费补缴通知书", "异议复核告知书");

        // when a part comes while the next objection is looked at, by another person
        done(steps.object(number), 200);
        steps.taxBureau(number, 1, CollectionState.PARTLY, "60.00", "R5-" + number);
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.DECIDE_OBJECTION);
        assertThat(steps.decideObjection(number, "UPHOLD", false).status()).isEqualTo(403);
        done(steps.decideObjection(number, "UPHOLD", true), 200);
        // then it is on record, and the rest is missing
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.DECIDE_UNPAID);
        assertThat(steps.view(number).path("received").decimalValue()).isEqualByComparingTo("60.00");
        assertThat(steps.view(number).path("objections").findValuesAsText("reopened"))
                .containsExactly("false", "false");
    }

    @Test
    void aNoticeIsTakenBackAndWhatCameMeanwhileCounts() {
        // given a notice that is taken back before anything came, and the next one after a part did
        String number = approved(TIELING, "UNIT_INTERRUPTION", TIELING_BASE);
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "DECIDE_AGAIN", false), 200);
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.REVIEW);
        done(steps.review(number, Map.of()), 200);
        done(steps.approve(number), 200);
        // when
        done(steps.object(number), 200);
        steps.taxBureau(number, 2, CollectionState.PARTLY, "60.00", "R6-" + number);
        done(steps.decideObjection(number, "DECIDE_AGAIN", true), 200);
        // then
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.REVIEW);
        assertThat(steps.view(number).path("received").decimalValue()).isEqualByComparingTo("60.00");
        assertThat(steps.view(number).at("/orders/0/stateTitle").asText()).isEqualTo("逾期未收");
    }

    @Test
    void aRefusalStandsOrIsTakenBack() {
        // given
        String number = steps.registered(application(TIELING, "UNIT_INTERRUPTION"));
        done(steps.post("review", number, "review", Map.of("decision", "REFUSE", "reason", "已在别处参保")), 200);
        // when
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "UPHOLD", false), 200);
        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view(number).path("outcome").asText()).endsWith("异议复核：维持原处理");

        // when
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "DECIDE_AGAIN", true), 200);
        // then
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.REVIEW);
    }

    @Test
    void timersOfTheTargetTellSupervisorsAndTheCaseGoesOn() {
        String number = steps.registered(application(TIELING, "UNIT_INTERRUPTION"));

        steps.everyTimerRings(number);

        assertThat(steps.step(number)).isEqualTo(ArrearsModel.REVIEW);
    }

    private List<String> titles(String number) {
        return steps.view(number).path("notices").findValuesAsText("title");
    }

    private String approved(String pool, String ground, Map<String, String> stated) {
        String number = steps.registered(application(pool, ground));
        done(steps.review(number, stated), 200);
        done(steps.approve(number), 200);
        return number;
    }

    /** The run whose base nobody knows: the last, that of the employee without wage. */
    private String unknownBase(String number) {
        JsonNode open = steps.view(number).path("openFacts");
        return Stream.iterate(0, i -> i < open.size(), i -> i + 1)
                .map(i -> open.get(i).asText())
                .filter(fact -> fact.startsWith("base"))
                .findFirst()
                .orElseThrow();
    }

    /** 0.05 % a day of the unit part of each month, from the day after the last of the month to today, to the cent. */
    private static BigDecimal fee(YearMonth from, int months, String unitPart) {
        BigDecimal sum = new BigDecimal("0.00");
        for (int i = 0; i < months; i++) {
            long days = ChronoUnit.DAYS.between(from.plusMonths(i).atEndOfMonth(), TODAY);
            sum = sum.add(new BigDecimal(unitPart)
                    .multiply(new BigDecimal("0.0005"))
                    .multiply(BigDecimal.valueOf(days))
                    .setScale(2, RoundingMode.HALF_UP));
        }
        return sum;
    }

    /** What came in for a case, closes nothing and is open, yuan. */
    private BigDecimal unassigned(String number) {
        return ledger.of(new CaseNumber(number)).unassigned();
    }

    /** What is still receivable of a case. */
    private BigDecimal ledgerSum(String number) {
        return jdbc.sql("""
                select coalesce(sum(case when debit = 'RECEIVABLE' then amount when credit = 'RECEIVABLE' then -amount
                    else 0 end), 0) from yiban.ledger_posting where case_number = ?
                """).param(number).query(BigDecimal.class).single();
    }
}
