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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.ledger.CollectionState;
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
                .contains("口径", "吉林省", principal.add(fee).toString());
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

        // when nobody pays the rest and it is stopped
        steps.termIsOver(number);
        done(steps.post("review", number, "unpaid", Map.of("decision", "STOP", "reason", "已移送税务强制征收")), 200);
        // then what came goes back
        done(steps.moneyReturned(number), 200);
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
        done(steps.post("review", number, "unpaid", Map.of("decision", "REQUOTE", "payOn", TODAY.toString())), 200);
        done(steps.approve(number), 200);

        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).path("orders")).hasSize(1);
        assertThat(steps.view(number).at("/runs/0/gapCovered").asBoolean()).isTrue();

        // when it comes once more
        steps.taxBureau(number, 1, CollectionState.PAID, TIELING_AMOUNT, "R3-" + number);
        // then it goes back
        done(steps.moneyReturned(number), 200);
    }

    @Test
    void whatTheDocumentsLeaveOpenASeniorDecidesAndNamesThePrice() {
        String number = steps.registered(application(LIAOCHENG, "NEVER_ENROLLED"));
        done(steps.review(number, Map.of()), 200);
        done(
                steps.seniorDecides(
                        number,
                        Map.of("outcome", "DECIDED", "payable", "true", "amount", "900.00", "lateFee", "12.00")),
                204);

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
    void whereTheDocumentsNameNoPriceTheTaxBureausStands() {
        String number = steps.registered(application(LIAOCHENG, "UNIT_INTERRUPTION"));
        assertThat(steps.review(number, Map.of()).violation("facts.amount")).contains("请填写");
        done(steps.review(number, Map.of("amount", "1500.00", "lateFee", "20.50")), 200);

        JsonNode quote = steps.view(number).path("quote");
        assertThat(quote.path("total").decimalValue()).isEqualByComparingTo("1520.50");
        assertThat(quote.path("namedBy").asText()).isEqualTo("税务");
        assertThat(quote.path("yearsCounted").asBoolean()).isTrue();
    }

    @Test
    void aReviewerMayFindThatNothingIsOwed() {
        String number = steps.registered(application(TIELING, "UNIT_INTERRUPTION"));
        done(steps.post("review", number, "review", Map.of("decision", "REFUSE", "reason", "职工已在别处参保")), 200);

        assertThat(steps.view(number).path("state").asText()).isEqualTo("REFUSED");
        assertThat(steps.view(number).at("/notices/0/body").asText()).contains("职工已在别处参保");
    }

    @Test
    void timersOfTheTargetTellSupervisorsAndTheCaseGoesOn() {
        String number = steps.registered(application(TIELING, "UNIT_INTERRUPTION"));

        steps.everyTimerRings(number);

        assertThat(steps.step(number)).isEqualTo(ArrearsModel.REVIEW);
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

    /** What is still receivable of a case. */
    private BigDecimal ledgerSum(String number) {
        return jdbc.sql("""
                select coalesce(sum(case when debit = 'RECEIVABLE' then amount when credit = 'RECEIVABLE' then -amount
                    else 0 end), 0) from yiban.ledger_posting where case_number = ?
                """).param(number).query(BigDecimal.class).single();
    }
}
