package org.yiban.backpay.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.arrears.ArrearsSteps.NOW;
import static org.yiban.backpay.arrears.ArrearsSteps.TODAY;
import static org.yiban.backpay.arrears.ArrearsSteps.application;
import static org.yiban.backpay.arrears.ArrearsSteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionState;
import org.yiban.ledger.Ledger;
import org.yiban.person.LateMonths;
import org.yiban.person.People;
import org.yiban.person.PersonalAccounts;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;

/** Employers who object to arrears that they have paid: what is on record stands until it is decided anew. */
@YibanTest
class PaidArrearsContestedTest {

    private static final RegionCode CHANGCHUN = new RegionCode("220100");
    private static final RegionCode TIELING = new RegionCode("211200");
    private static final Map<String, String> RATES =
            Map.of("localRate", "0.08", "unitRate", "0.06", "accountRate", "0.028");
    private static final Map<String, String> REFUSE = Map.of("decision", "REFUSE", "reason", "查实是劳务派遣");
    private static final String CREDITED = "420.00";
    private static final String LIAOCHENG = "371500";
    private static final Map<String, String> PRICE =
            Map.of("outcome", "DECIDED", "payable", "true", "amount", "900.00", "lateFee", "12.00");

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

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsUpheldStaysOnRecordAndMoneyThatComesMeanwhileGoesBack() {
        // given arrears whose order had expired before they were paid
        String number = approved(TIELING, "UNIT_INTERRUPTION", Map.of("base1", "6000.00"));
        steps.termIsOver(number);
        steps.taxBureau(number, 1, CollectionState.PAID, "1260.0", "R1-" + number);
        done(steps.post("review", number, "unpaid", Map.of("decision", "REQUOTE", "payOn", TODAY.toString())), 200);
        done(steps.approve(number), 200);

        // when the employer objects, and pays once more
        done(steps.object(number), 200);
        steps.taxBureau(number, 1, CollectionState.PAID, "1260.00", "R2-" + number);
        done(steps.decideObjection(number, "UPHOLD", false), 200);

        // then
        assertThat(steps.view(number).path("history").findValuesAsText("text"))
                .anyMatch(text -> text.contains("1260.00 元（凭证 R1-"))
                .noneMatch(text -> text.contains("1260.0 元"));
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(number).path("received").decimalValue()).isEqualByComparingTo("1260.00");
        assertThat(recorded(number, TIELING)).hasSize(3);
        done(steps.moneyReturned(number), 200);
        assertThat(unassigned(number)).isZero();
    }

    @Test
    void whatIsNotOwedAfterAllLeavesTheRecordAndTheMoneyGoesBack() {
        // given
        String number = paid();
        long id = person(number);
        assertThat(accounts.balance(id, CHANGCHUN)).isEqualByComparingTo(CREDITED);
        BigDecimal total = steps.view(number).path("received").decimalValue();

        // when the notice is taken back, and all of it is looked at again
        assertThat(steps.view(number).path("facts").findValuesAsText("source"))
                .anyMatch(source -> source.contains("吉医保联〔2022〕19号第6条（3）"))
                .anyMatch(source -> source.contains("税务核定单（原为 9%；"))
                .noneMatch(source -> source.contains("art."));
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "DECIDE_AGAIN", false), 200);
        assertThat(steps.step(number)).isEqualTo(ArrearsModel.REVIEW);
        assertThat(recorded(number, CHANGCHUN)).hasSize(3);
        done(steps.post("review", number, "review", REFUSE), 200);

        // then
        assertThat(recorded(number, CHANGCHUN)).isEmpty();
        assertThat(accounts.balance(id, CHANGCHUN)).isZero();
        assertThat(unassigned(number)).isEqualByComparingTo(total);
        assertThat(steps.view(number).at("/money/0/receipt").asText()).isEqualTo("本案已收全部款项，第 1 次异议以后");
        done(steps.moneyReturned(number), 200);
        assertThat(unassigned(number)).isZero();
        JsonNode view = steps.view(number);
        assertThat(view.path("state").asText()).isEqualTo("REFUSED");
        assertThat(view.path("received").decimalValue()).isZero();
        assertThat(view.path("notices").findValuesAsText("body"))
                .anyMatch(text -> text.contains("撤出缴费记录") && text.contains("元退还你单位"));
    }

    @Test
    void whatIsCountedAnewReplacesWhatIsOnRecordTwice() {
        // given, paid ten days ago
        String number = paid();
        long id = person(number);
        jdbc.sql("update yiban.arrears_case set pay_on = pay_on - 10 where case_number = ?")
                .param(number)
                .update();

        // when the base turns out to be lower
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "DECIDE_AGAIN", false), 200);
        done(steps.review(number, Map.of("base1", "4000.00")), 200);
        done(steps.approve(number), 200);

        // then the rest goes back, and nothing is collected
        JsonNode view = steps.view(number);
        assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(view.path("orders")).hasSize(1);
        assertThat(view.path("received").decimalValue())
                .isEqualByComparingTo(view.at("/quote/total").decimalValue());
        assertThat(accounts.balance(id, CHANGCHUN)).isEqualByComparingTo("336.00");
        assertThat(people.months(id, CHANGCHUN)).hasSize(3).allSatisfy(month -> assertThat(month.base())
                .isEqualByComparingTo("4000.00"));
        assertThat(view.path("history").findValuesAsText("text")).noneMatch(text -> text.contains("没有重复记入"));
        done(steps.moneyReturned(number), 200);
        assertThat(unassigned(number)).isZero();

        // when it turns out to be lower still
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "DECIDE_AGAIN", true), 200);
        done(steps.review(number, Map.of("base1", "3000.00")), 200);
        done(steps.approve(number), 200);

        // then the next rest goes back, too
        assertThat(unassigned(number)).isPositive();
        done(steps.moneyReturned(number), 200);
        assertThat(steps.view(number).path("received").decimalValue())
                .isEqualByComparingTo(steps.view(number).at("/quote/total").decimalValue());
        assertThat(accounts.balance(id, CHANGCHUN)).isEqualByComparingTo("252.00");
    }

    @Test
    void monthsThatHaveMovedOnStayWhereTheyAreAndPeopleAreTold() {
        // given a month that has gone to another pool
        String number = paid();
        long id = person(number);
        YearMonth gone = NOW.minusMonths(2);
        transaction.executeWithoutResult(
                status -> people.markTransferredOut(id, CHANGCHUN, Scheme.EMPLOYEE, Set.of(gone), TODAY));

        // when it is counted anew
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "DECIDE_AGAIN", false), 200);
        done(steps.review(number, Map.of("base1", "4000.00")), 200);
        done(steps.approve(number), 200);

        // then it does not come back
        assertThat(recorded(number, CHANGCHUN)).hasSize(2).doesNotContain(gone);
        assertThat(steps.view(number).path("history").findValuesAsText("text"))
                .anyMatch(text -> text.contains("1 个月已经转出"));
    }

    @Test
    void moneyThatComesWhileASeniorNamesThePriceAnewCounts() {
        // given
        String number = steps.registered(application(LIAOCHENG, "NEVER_ENROLLED"));
        done(steps.review(number, Map.of()), 200);
        done(steps.seniorDecides(number, PRICE), 204);
        done(steps.approve(number), 200);
        steps.termIsOver(number);
        done(steps.post("review", number, "unpaid", Map.of("decision", "REQUOTE", "payOn", TODAY.toString())), 200);
        done(steps.seniorDecides(number, PRICE), 204);
        done(steps.approve(number), 200);
        steps.taxBureau(number, 2, CollectionState.PAID, "912.00", "R2-" + number);
        done(steps.object(number), 200);
        done(steps.decideObjection(number, "DECIDE_AGAIN", true), 200);
        done(steps.review(number, Map.of()), 200);

        // when
        steps.taxBureau(number, 1, CollectionState.PAID, "912.00", "R1-" + number);

        // then
        assertThat(steps.view(number).path("received").decimalValue()).isEqualByComparingTo("1824.00");
        done(steps.seniorDecides(number, PRICE), 204);
        done(steps.approve(number), 200);
        assertThat(steps.view(number).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(unassigned(number)).isEqualByComparingTo("912.00");
    }

    @Test
    void whatWasStoppedIsNotObjectedTo() {
        String number = approved(TIELING, "UNIT_INTERRUPTION", Map.of("base1", "6000.00"));
        steps.termIsOver(number);
        done(steps.post("review", number, "unpaid", Map.of("decision", "STOP", "reason", "已移送税务强制征收")), 200);

        assertThat(steps.object(number).text("detail")).contains("已经停止补缴");
    }

    /** Arrears of three months in Changchun, paid and on record. */
    private String paid() {
        String number = approved(CHANGCHUN, "NEVER_ENROLLED", RATES);
        steps.taxBureau(
                number,
                1,
                CollectionState.PAID,
                steps.view(number).at("/quote/total").decimalValue().toPlainString(),
                "R1-" + number);
        return number;
    }

    private String approved(RegionCode pool, String ground, Map<String, String> stated) {
        String number = steps.registered(application(pool.value(), ground));
        done(steps.review(number, stated), 200);
        done(steps.approve(number), 200);
        return number;
    }

    private Set<YearMonth> recorded(String number, RegionCode pool) {
        return late.of(person(number), pool).keySet().stream().collect(Collectors.toSet());
    }

    private long person(String number) {
        return jdbc.sql("select person_id from yiban.case_file where case_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private BigDecimal unassigned(String number) {
        return ledger.of(new CaseNumber(number)).unassigned();
    }
}
