package org.yiban.backpay.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.arrears.ArrearsSteps.NOW;
import static org.yiban.backpay.arrears.ArrearsSteps.TODAY;
import static org.yiban.backpay.arrears.ArrearsSteps.application;
import static org.yiban.backpay.arrears.ArrearsSteps.done;
import static org.yiban.backpay.arrears.ArrearsSteps.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.person.ContributionMonth;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;

/** What arrears come to, and what they put on record, where days and records do not lie as they usually do. */
@YibanTest
class ArrearsAmountsTest {

    private static final String CHANGCHUN = "220100";
    private static final String TIELING = "211200";
    private static final String LIAOCHENG = "371500";
    private static final Map<String, String> RATES =
            Map.of("localRate", "0.08", "unitRate", "0.06", "accountRate", "0.028");
    private static final Map<String, String> TIELING_BASE = Map.of("base1", "6000.00");

    @Autowired
    ArrearsSteps steps;

    @Autowired
    People people;

    @Autowired
    PersonalAccounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Test
    void moneyThatComesForACaseThatIsToBeStoppedOrHasBeenGoesBack() {
        // given a case that was not paid in time, and is stopped
        String number = steps.registered(application(TIELING, "UNIT_INTERRUPTION"));
        done(steps.review(number, TIELING_BASE), 200);
        done(steps.approve(number), 200);
        steps.termIsOver(number);
        done(steps.post("review", number, "unpaid", Map.of("decision", "STOP", "reason", "已移送税务强制征收")), 200);
        // when
        steps.taxBureau(number, 1, CollectionState.PAID, "1260.00", "R1-" + number);
        // then
        isGivenBack(number);

        // when a refusal is objected to, and what was ordered before comes while nobody has decided yet
        String refused = steps.registered(application(TIELING, "UNIT_INTERRUPTION"));
        done(steps.review(refused, TIELING_BASE), 200);
        done(steps.approve(refused), 200);
        done(steps.object(refused), 200);
        done(steps.decideObjection(refused, "DECIDE_AGAIN", false), 200);
        done(steps.post("review", refused, "review", Map.of("decision", "REFUSE", "reason", "职工已在别处参保")), 200);
        done(steps.object(refused), 200);
        steps.taxBureau(refused, 1, CollectionState.PAID, "1260.00", "R2-" + refused);
        // then
        assertThat(steps.view(refused).path("state").asText()).isEqualTo("OPEN");
        isGivenBack(refused);
    }

    private void isGivenBack(String number) {
        assertThat(steps.view(number).path("received").decimalValue()).isZero();
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo("1260.00");
        done(steps.moneyReturned(number), 200);
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isZero();
    }

    @Test
    void whatIsPaidAfterTheDayThatWasNamedOwesTheFeeOfTheDaysBetween() {
        // given arrears that were counted up to ten days ago, a yuan less than today
        String number = steps.registered(application(CHANGCHUN, "NEVER_ENROLLED"));
        done(steps.review(number, RATES), 200);
        jdbc.sql("""
            update yiban.arrears_case
            set quote = jsonb_set(quote, '{lateFee}', to_jsonb((quote ->> 'lateFee')::numeric - 1))
            where case_number = ?
            """).param(number).update();
        done(steps.approve(number), 200);
        jdbc.sql("update yiban.arrears_case set pay_on = pay_on - 10 where case_number = ?")
                .param(number)
                .update();
        String named = steps.view(number).at("/quote/total").decimalValue().toPlainString();

        // when all of it comes today
        steps.taxBureau(number, 1, CollectionState.PAID, named, "R5-" + number);

        // then the rest is owed
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.DECIDE_UNPAID);
        JsonNode view = steps.view(number);
        assertThat(view.at("/quote/total").decimalValue().subtract(new BigDecimal(named)))
                .isEqualByComparingTo("1.00");
        assertThat(view.path("history").findValuesAsText("text")).anyMatch(text -> text.contains("按实际缴款日重新核定"));
    }

    @Test
    void moneyOfWhichPeopleHearLateOwesNoFeeForTheDaysAfterItCame() {
        // given money that came yesterday, of which the tax bureau says so when nobody waits any more
        String number = steps.registered(application(CHANGCHUN, "NEVER_ENROLLED"));
        done(steps.review(number, RATES), 200);
        done(steps.approve(number), 200);
        BigDecimal named = steps.view(number).at("/quote/total").decimalValue();
        steps.termIsOver(number);
        LocalDate came = TODAY.minusDays(1);
        steps.taxBureau(number, 1, CollectionState.PAID, named.toPlainString(), "R6-" + number, came);

        // when
        assertThat(requote(number, came.minusDays(1)).violation("payOn")).contains("到账日（" + came + "）");
        done(requote(number, came), 200);
        done(steps.approve(number), 200);

        // then the fee ends with that day
        JsonNode view = steps.view(number);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        BigDecimal total = view.at("/quote/total").decimalValue();
        assertThat(total).isLessThan(named);
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo(named.subtract(total));
    }

    private Answer requote(String number, LocalDate payOn) {
        return steps.post("review", number, "unpaid", Map.of("decision", "REQUOTE", "payOn", payOn.toString()));
    }

    @Test
    void careIsNotPaidForInMonthsOfALongerInterruptionThatIsMadeGoodInPart() {
        String number = steps.registered(application(
                TIELING,
                "UNIT_INTERRUPTION",
                List.of(row(FictitiousPerson.man(), NOW.minusMonths(6), NOW.minusMonths(4), null))));

        done(steps.review(number, TIELING_BASE), 200);

        assertThat(steps.view(number).at("/runs/0/gapCovered").asBoolean(true)).isFalse();
    }

    @Test
    void monthsThatCameOnRecordMeanwhileAreNotRecordedAgainNorCredited() {
        // given
        String number = steps.registered(application(CHANGCHUN, "NEVER_ENROLLED"));
        done(steps.review(number, RATES), 200);
        done(steps.approve(number), 200);
        long id = paidOtherwise(number, NOW.minusMonths(1));

        // when
        String total = steps.view(number).at("/quote/total").decimalValue().toPlainString();
        steps.taxBureau(number, 1, CollectionState.PAID, total, "R6-" + number);

        // then the account gets what belongs to the two others: 5000.00 × 2.8 % × 2
        JsonNode view = steps.view(number);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(view.path("history").findValuesAsText("text")).anyMatch(text -> text.contains("没有重复记入"));
        assertThat(accounts.balance(id, new RegionCode(CHANGCHUN))).isEqualByComparingTo("280.00");
        // and what was paid for it goes back: 5000.00 × 8 %, and its late fee
        BigDecimal cost = new BigDecimal("400.00").add(lateFee(NOW.minusMonths(1)));
        assertThat(view.at("/quote/total").decimalValue()).isEqualByComparingTo(new BigDecimal(total).subtract(cost));
        assertThat(view.path("received").decimalValue())
                .isEqualByComparingTo(view.at("/quote/total").decimalValue());
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo(cost);
        done(steps.moneyReturned(number), 200);
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isZero();

        // when it is looked at again, then the month is not asked for again
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "DECIDE_AGAIN", false), 200);
        done(steps.review(number, Map.of()), 200);
        assertThat(steps.view(number).path("rest").decimalValue()).isZero();
    }

    @Test
    void whereAllMonthsCameOnRecordMeanwhileAllMoneyGoesBack() {
        // given
        String number = steps.registered(application(CHANGCHUN, "NEVER_ENROLLED"));
        done(steps.review(number, RATES), 200);
        done(steps.approve(number), 200);
        BigDecimal total = steps.view(number).at("/quote/total").decimalValue();
        for (int ago = 1; ago <= 3; ago++) {
            paidOtherwise(number, NOW.minusMonths(ago));
        }

        // when
        steps.taxBureau(number, 1, CollectionState.PAID, total.toPlainString(), "R9-" + number);

        // then
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).at("/quote/total").decimalValue()).isZero();
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo(total);
        done(steps.moneyReturned(number), 200);
    }

    /** 0.05 % of 300.00 a day since the month was over, to the cent. */
    private static BigDecimal lateFee(YearMonth month) {
        long days = ChronoUnit.DAYS.between(month.atEndOfMonth(), TODAY);
        return new BigDecimal("0.15").multiply(BigDecimal.valueOf(days));
    }

    @Test
    void whatAPersonPricedIsNotRecordedWithMonthsThatCameOnRecordMeanwhile() {
        // given a price that a senior named for three months, of which one comes on record before it is approved
        Map<String, String> price =
                Map.of("outcome", "DECIDED", "payable", "true", "amount", "900.00", "lateFee", "12.00");
        String early = steps.registered(application(LIAOCHENG, "NEVER_ENROLLED"));
        done(steps.review(early, Map.of()), 200);
        done(steps.seniorDecides(early, price), 204);
        paidOtherwise(early, NOW.minusMonths(1));
        assertThat(steps.approve(early).text("detail")).contains("退回审核");

        // when it comes on record while the money is awaited
        String number = steps.registered(application(LIAOCHENG, "NEVER_ENROLLED"));
        done(steps.review(number, Map.of()), 200);
        done(steps.seniorDecides(number, price), 204);
        done(steps.approve(number), 200);
        paidOtherwise(number, NOW.minusMonths(1));
        steps.taxBureau(number, 1, CollectionState.PAID, "912.00", "R8-" + number);

        // then somebody has to decide, and all of it goes back
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.DECIDE_UNPAID);
        done(steps.post("review", number, "unpaid", Map.of("decision", "STOP", "reason", "月份已由别处补缴")), 200);
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isEqualByComparingTo("912.00");
        done(steps.moneyReturned(number), 200);
        assertThat(ledger.of(new CaseNumber(number)).unassigned()).isZero();
    }

    @Test
    void monthsThatArePaidOtherwiseMeanwhileAreNotCollectedAgain() {
        // given
        String number = steps.registered(application(CHANGCHUN, "NEVER_ENROLLED"));
        done(steps.review(number, RATES), 200);
        done(steps.approve(number), 200);
        steps.taxBureau(number, 1, CollectionState.PARTLY, "1.00", "R7-" + number);
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.DECIDE_UNPAID);
        paidOtherwise(number, NOW.minusMonths(1));

        // when
        Answer again = steps.post(
                "review",
                number,
                "unpaid",
                Map.of("decision", "REQUOTE", "payOn", NOW.atEndOfMonth().toString()));

        // then
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail")).contains("不再是欠费：" + NOW.minusMonths(1)).contains("停止补缴");
        done(steps.post("review", number, "unpaid", Map.of("decision", "STOP", "reason", "月份已由别处补缴")), 200);
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void whereTheDocumentsNameNoPriceTheTaxBureausStands() {
        String number = steps.registered(application(LIAOCHENG, "UNIT_INTERRUPTION"));
        assertThat(steps.review(number, Map.of()).violation("facts.amount")).contains("请填写");
        assertThat(steps.view(number).path("openFacts"))
                .extracting(JsonNode::asText)
                .contains("amount", "lateFee");
        assertThat(steps.review(number, Map.of("amount", "1500.00")).violation("facts.lateFee"))
                .contains("请填写");
        done(steps.review(number, Map.of("amount", "1500.00", "lateFee", "20.50")), 200);

        JsonNode quote = steps.view(number).path("quote");
        assertThat(quote.path("total").decimalValue()).isEqualByComparingTo("1520.50");
        assertThat(quote.path("namedBy").asText()).isEqualTo("税务");
        assertThat(quote.path("yearsCounted").asBoolean()).isTrue();
    }

    /** A month of the person whom a case is about comes on record by another way; says who that is. */
    private long paidOtherwise(String number, YearMonth month) {
        long id = jdbc.sql("select person_id from yiban.case_file where case_number = ?")
                .param(number)
                .query(Long.class)
                .single();
        RegionCode pool = new RegionCode(number.substring(2, 8));
        people.takeOverMonths(
                id,
                pool,
                List.of(new ContributionMonth(id, pool, Scheme.EMPLOYEE, month, MonthKind.PAID, pool, null, null)));
        return id;
    }
}
