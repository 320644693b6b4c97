package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.AtRetirement.TODAY;
import static org.yiban.backpay.BackpaySteps.CONFIRM;
import static org.yiban.backpay.BackpaySteps.application;
import static org.yiban.backpay.BackpaySteps.correction;
import static org.yiban.backpay.BackpaySteps.done;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.ledger.CollectionState;
import org.yiban.support.ApiClient.Answer;

/** What is refused, and that nothing is written then. */
@YibanTest
class BackpayInputTest {

    private static final int SHORT_BY_TWENTY = 340;

    @Autowired
    BackpaySteps steps;

    @Autowired
    AtRetirement people;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "identityNumber, 389900198503120013, 校验",
                "name, -, 必填",
                "requestedOn, 2099-01-01, 不能晚于今天",
                "requestedOn, 1950-01-01, 按申请日适用规定",
                "retirementAgeOn, -, 必填",
                "retirementAgeOn, 2099-01-01, 还早",
                "retirementAgeOn, 2020-01-01, 周岁",
                "retirementKind, EARLY, SPECIAL_WORK",
                "identity, RESIDENT, FLEXIBLE",
                "accountType, NONE, POOLED_ONLY",
                "pensionLastMonth, viel, 数字",
                "applicant, FRIEND, AGENT",
                "contactPhone, 12, 11 位"
            })
    void aWrongFieldIsRefusedByNameWithWhatIsAllowed(String field, String value, String says) {
        Map<String, Object> application = application(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        application.put(field, value);
        long before = cases();

        Answer answer = register("clerkcc", application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation(field)).contains(says);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void serviceBeforeBirthOrWithoutEvidenceIsRefused() {
        Map<String, Object> application = application(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        application.put("services", List.of(Map.of("ground", "MILITARY_SERVICE", "from", "1950-01", "to", "1952-12")));

        Answer answer = register("clerkcc", application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("services[0].from")).isNotBlank();
        assertThat(answer.violation("services[0].evidence")).isNotBlank();
    }

    @Test
    void serviceInTheFutureOrBeforeTheAgeOfWorkIsRefused() {
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        Map<String, Object> application = application(man);
        application.put(
                "services",
                List.of(Map.of(
                        "ground",
                        "CONTINUOUS_SERVICE",
                        "from",
                        YearMonth.from(man.reached()).minusYears(50).toString(),
                        "to",
                        YearMonth.from(TODAY).plusMonths(1).toString(),
                        "evidence",
                        "职工档案第3页")));

        Answer answer = register("clerkcc", application);

        assertThat(answer.violation("services[0].from")).matches(".*可以开始工作的月份（\\d{4}年\\d{1,2}月，由本机构设置）.*");
        assertThat(answer.violation("services[0].to")).contains("不能晚于本月");
    }

    @Test
    void eachServiceIsDecidedByItsPlaceHoweverMuchAlikeTheyAre() {
        // given the same service stated twice, of which no document says anything
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        Map<String, Object> application = application(man);
        Map<String, String> service =
                Map.of("ground", "PENSION_YEARS_BOUGHT", "from", "1990-01", "to", "1990-12", "evidence", "职工档案第3页");
        application.put("services", List.of(service, service));
        String number = steps.registered(application);
        // then
        assertThat(steps.view(number).at("/years/services").findValuesAsText("index"))
                .containsExactly("0", "1");

        // when
        Map<String, Object> body = Map.of(
                "decision", "CONFIRM", "services", List.of(Map.of("decidedAs", "NOT_COUNTED", "reason", "没有依据")));
        // then
        assertThat(steps.post("review", number, "years", body).violation("services.index"))
                .contains("共 2 段");
    }

    @Test
    void whoHasNoRelationHereOrAnOpenCaseOrAnAgentWithoutNameIsRefused() {
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        Map<String, Object> elsewhere = application(man);
        elsewhere.put("pool", "211200");
        assertThat(register("clerktl", elsewhere).violation("pool")).contains("没有正常的职工医保关系");

        Map<String, Object> agent = application(man);
        agent.put("applicant", "AGENT");
        assertThat(register("clerkcc", agent).violation("agentName")).contains("必填");

        String number = steps.registered(man);
        assertThat(register("clerkcc", application(man)).violation("identityNumber"))
                .contains(number);
    }

    @Test
    void theSameRequestTwiceIsOneCaseAndStrangersSeeNothing() {
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String key = UUID.randomUUID().toString();

        Answer first = steps.register("clerkcc", application(man), key);
        Answer second = steps.register("clerkcc", application(man), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("caseNumber")).isEqualTo(first.text("caseNumber"));
        assertThat(steps.get("clerktl", first.text("caseNumber")).status()).isEqualTo(404);
        assertThat(register("clerklc", application(man)).status()).isEqualTo(403);
        assertThat(register("approvecc", application(man)).status()).isEqualTo(403);
    }

    @Test
    void aShortfallIsNeverStatedAndMonthsOnlyWithAReason() {
        String number = steps.registered(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));

        Answer shortfall = review(number, correction("shortfallMonths", "3"));
        Answer noReason = review(number, Map.of("name", "actualMonths", "value", "350"));
        Answer tooMany = review(number, correction("actualMonths", "990"));
        Answer moreThanHisLife = review(number, correction("actualMonths", "560"));

        assertThat(shortfall.violation("facts.shortfallMonths")).contains("没有这项事实");
        assertThat(noReason.violation("reason.actualMonths")).contains("必填");
        assertThat(tooMany.violation("facts.actualMonths")).isNotBlank();
        assertThat(moreThanHisLife.violation("facts.actualMonths")).contains("超过了此人");
        assertThat(steps.step(number)).isEqualTo(BackpayModel.REVIEW_YEARS);
    }

    @Test
    void aBaseOfAnotherPoolIsNotTakenButStatedWithAReasonAndSeenByAnotherPerson() {
        String number = steps.registered(people.movedToChangchun("EMPLOYER", SHORT_BY_TWENTY));

        assertThat(steps.view(number).path("openFacts").toString()).contains("baseAtRetirement");
        assertThat(steps.view(number).path("facts").findValuesAsText("source"))
                .anyMatch(source -> source.contains("吉林市缴的 9000"));
        assertThat(review(number, Map.of("name", "movedFrom", "value", "SAME_PROVINCE", "reason", "转移单"))
                        .violation("facts.baseAtRetirement"))
                .contains("写明出处");
        assertThat(review(number, Map.of("name", "baseAtRetirement", "value", "9000"))
                        .violation("reason.baseAtRetirement"))
                .contains("必填");

        done(review(number, correction("baseAtRetirement", "9000.00")));
        assertThat(steps.step(number)).isEqualTo(BackpayModel.APPROVE_YEARS);
        assertThat(steps.post("review", number, "years-approval", CONFIRM).status())
                .isEqualTo(403);
    }

    @Test
    void whoTurnedFromAPooledFundToOneWithAnAccountIsAskedWhereTheTablesDependOnIt() {
        // given
        Map<String, Object> silent = application(people.inChangchun("FLEXIBLE", 400));
        Map<String, Object> stated = application(people.inChangchun("FLEXIBLE", 400));
        stated.put("convertsToAccount", true);

        // when
        String asked = steps.registered(silent);
        String told = steps.registered(stated);

        // then
        assertThat(steps.view(asked).path("openFacts").toString()).contains("convertsToAccount");
        assertThat(steps.post("review", asked, "years", Map.of("decision", "CONFIRM"))
                        .violation("facts.convertsToAccount"))
                .contains("结论取决于");
        done(steps.review(asked, List.of()));
        done(steps.confirm(asked));
        assertThat(steps.view(asked).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(steps.view(told).path("openFacts")).isEmpty();
        done(steps.review(told, List.of()));
        done(steps.confirm(told));
        assertThat(steps.view(told).at("/tests/0/outcome").asText()).isEqualTo("REFER");
    }

    @Test
    void whoReviewedDoesNotApproveAndAnUnknownOptionIsNone() {
        String number = steps.confirmed(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));

        assertThat(steps.choose(number, "FREE").violation("option")).contains("没有这种办法");
        Map<String, Object> parts = new HashMap<>(
                Map.of("decision", "CHOOSE", "option", steps.option(number, "LUMP_SUM"), "instalments", 3));
        assertThat(steps.post("clerk", number, "choice", parts).violation("instalments"))
                .contains("不分期");

        done(steps.choose(number, steps.option(number, "LUMP_SUM")));
        assertThat(steps.post("review", number, "approval", CONFIRM).status()).isEqualTo(403);
        assertThat(steps.post("approve", number, "approval", Map.of()).violation("decision"))
                .contains("CONFIRM");
    }

    @Test
    void whatIsPaidIsNotWithdrawnAndDeathsAreCheckedAgainstTheRecord() {
        Retiring man = people.inChangchun("EMPLOYER", SHORT_BY_TWENTY);
        String number = steps.ordered(man);
        assertThat(steps.onCase(
                                "clerk",
                                number,
                                "death",
                                Map.of("diedOn", TODAY.plusDays(1).toString(), "source", "家属"))
                        .violation("diedOn"))
                .contains("之间");
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", TODAY);

        assertThat(steps.onCase("clerk", number, "withdrawal", Map.of("reason", "不想要了"))
                        .status())
                .isEqualTo(409);
        assertThat(steps.onCase(
                                "clerk",
                                number,
                                "objection",
                                Map.of("filedOn", TODAY.minusYears(1).toString(), "grounds", "不服"))
                        .violation("filedOn"))
                .contains("之间");
    }

    @Test
    void moneyGoesBackToAnAccountThatIsOne() {
        String number = steps.ordered(people.inChangchun("EMPLOYER", SHORT_BY_TWENTY));
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-1", TODAY);
        steps.taxBureau(number, 1, CollectionState.PAID, "9000.00", "SS-2", TODAY);

        Answer noAccount =
                steps.beside("finance", number, "money", "money", Map.of("decision", "REFUND", "payeeIs", "SELF"));
        Answer nobody = steps.beside("finance", number, "money", "money", Map.of("decision", "REFUND"));
        Answer noRefund =
                steps.beside("finance", number, "money", "money", Map.of("decision", "SETTLED", "refundCase", "TF1"));

        assertThat(noAccount.violation("payee.name")).contains("必填");
        assertThat(nobody.violation("payeeIs")).contains("HEIR");
        assertThat(noRefund.violation("refundCase")).contains("退费案件");
        assertThat(steps.step(number + "/money")).isEqualTo(BackpayModel.RETURN_MONEY);
    }

    private Answer review(String number, Map<String, String> correction) {
        return steps.post("review", number, "years", Map.of("decision", "CONFIRM", "corrections", List.of(correction)));
    }

    private Answer register(String user, Map<String, ?> application) {
        return steps.register(user, application, UUID.randomUUID().toString());
    }

    private long cases() {
        return jdbc.sql("select count(*) from yiban.case_file where kind = 'BACKPAY'")
                .query(Long.class)
                .single();
    }
}
