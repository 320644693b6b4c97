package org.yiban.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.duplicate.DuplicateSteps.application;
import static org.yiban.duplicate.DuplicateSteps.correction;
import static org.yiban.duplicate.DuplicateSteps.done;
import static org.yiban.duplicate.DuplicateSteps.settlement;
import static org.yiban.duplicate.EnrolledTwice.CHANGCHUN;
import static org.yiban.duplicate.EnrolledTwice.TIELING;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.duplicate.EnrolledTwice.Twice;
import org.yiban.support.ApiClient.Answer;

/** What is refused, and that nothing is written then. */
@YibanTest
class DuplicateInputTest {

    @Autowired
    DuplicateSteps steps;

    @Autowired
    EnrolledTwice enrolled;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "identityNumber, 389900198503120013, 校验",
                "name, -, 必填",
                "foundOn, -, 必填",
                "foundOn, 2099-01-01, 不能晚于今天",
                "scheme, PENSION, EMPLOYEE",
                "otherPool, 999999, 六位代码",
                "otherScheme, PENSION, RESIDENT"
            })
    void aWrongFieldIsRefusedByNameWithWhatIsAllowed(String field, String value, String says) {
        Map<String, Object> application = application(enrolled.employeeInTwoPools(), TIELING);
        application.put(field, value);
        long before = cases();

        Answer answer = register("clerktl", application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation(field)).contains(says);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void somebodyElsesNameIsRefused() {
        Map<String, Object> application = application(enrolled.inBothSchemes(), CHANGCHUN);
        application.put("name", "虚构·他人");

        assertThat(register("clerkcc", application).violation("identityNumber")).contains("姓名与登记不符");
    }

    @Test
    void oneRelationIsNoDuplicateUnlessTheOtherOneIsStatedInFull() {
        Map<String, Object> application = application(enrolled.employeeOfTieling(), TIELING);
        assertThat(register("clerktl", application).violation("otherPool")).contains("没有在 2026-01-15 同时正常参保的另一关系");

        application.putAll(Map.of("otherPool", "370100", "otherScheme", "EMPLOYEE", "otherFrom", "2026-02-01"));
        assertThat(register("clerktl", application).violation("otherFrom")).contains("不能晚于发现日期");

        application.put("otherPool", TIELING);
        assertThat(register("clerktl", application).violation("otherPool")).contains("登记中没有这个关系");
    }

    @Test
    void theSameTwoRelationsHaveOneOpenCaseAndAnotherPoolLearnsNoNumber() {
        Twice twice = enrolled.employeeInTwoPools();
        String number = steps.registered(twice, TIELING);

        assertThat(register("clerktl", application(twice, TIELING)).violation("identityNumber"))
                .contains(number);
        assertThat(register("clerkcc", application(twice, CHANGCHUN)).violation("identityNumber"))
                .contains("辽宁省铁岭市")
                .doesNotContain(number);
    }

    @Test
    void theSameRequestTwiceIsOneCase() {
        Twice twice = enrolled.inBothSchemes();
        String key = UUID.randomUUID().toString();

        Answer first = steps.register("clerkcc", application(twice, CHANGCHUN), key);
        Answer second = steps.register("clerkcc", application(twice, CHANGCHUN), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("caseNumber")).isEqualTo(first.text("caseNumber"));
    }

    @Test
    void staffOfAnotherPoolNeitherRegisterNorSeeACase() {
        Twice twice = enrolled.inBothSchemes();
        assertThat(register("clerklc", application(twice, CHANGCHUN)).status()).isEqualTo(403);
        String number = steps.registered(twice, CHANGCHUN);

        assertThat(steps.get("reviewtl", number).status()).isEqualTo(404);
        assertThat(steps.postAs("reviewtl", number, "facts", DuplicateSteps.CONFIRM)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void factsOnWhichTheAnswerDependsAreAskedForAndCorrectionsNeedAReason() {
        String number = steps.registered(enrolled.inBothSchemes(), CHANGCHUN);

        Answer open = steps.post("review", number, "facts", DuplicateSteps.CONFIRM);
        assertThat(open.violation("facts.seasonalWorker")).contains("登记中没有");

        Answer noReason = steps.confirmFacts(
                number,
                Map.of("corrections", List.of(Map.of("name", "employeeMonthsInARow", "value", "3", "reason", ""))));
        assertThat(noReason.violation("reason.employeeMonthsInARow")).isEqualTo("必填");

        Answer settled = steps.confirmFacts(number, Map.of("corrections", List.of(correction("crossPool", "true"))));
        assertThat(settled.violation("facts.crossPool")).contains("以登记为准");

        Answer wish = steps.confirmFacts(number, Map.of("wishKeep", "FIRST"));
        assertThat(wish.violation("wishStatedOn")).contains("书面申请的日期");
        assertThat(steps.step(number)).isEqualTo(DuplicateModel.CHECK_FACTS);
    }

    @Test
    void aProposalAgainstTheDecisionIsRefusedWithEverythingThatIsWrong() {
        // given the employee relation stays, the other one is terminated
        String number = steps.registered(enrolled.inBothSchemes(), CHANGCHUN);
        done(steps.confirmFacts(number), 200);
        String resident = steps.view(number).at("/relations/0/scheme").asText().equals("RESIDENT") ? "FIRST" : "SECOND";

        // when
        Answer answer = steps.post("review", number, "settlement", settlement(resident, "SUSPEND", "2000-01-01"));

        // then
        assertThat(answer.violation("kept")).contains("已判定保留职工医保关系");
        assertThat(answer.violation("ending")).contains("已判定终止");
        assertThat(answer.violation("on")).contains("起始日");
        assertThat(steps.post("review", number, "settlement", DuplicateSteps.CONFIRM)
                        .violation("kept"))
                .contains("必填");
        assertThat(steps.post("review", number, "settlement", Map.of()).violation("decision"))
                .contains("ASK_PERSON");
    }

    @Test
    void whoAssessedNeverApproves() {
        // given the approver had a part in assessing it
        String number = steps.registered(enrolled.inBothSchemes(), CHANGCHUN);
        done(steps.confirmFacts(number), 200);
        String kept = steps.view(number).at("/relations/0/scheme").asText().equals("EMPLOYEE") ? "FIRST" : "SECOND";
        done(steps.settle(number, kept, "TERMINATE", "2026-01-15"), 200);
        jdbc.sql("insert into yiban.case_event (case_number, step, part, text, by_user, at)"
                        + " values (?, 'test', 'ASSESS', '代为核对', 'approvecc', now())")
                .param(number)
                .update();

        assertThat(steps.approve(number).status()).isEqualTo(403);
        assertThat(steps.step(number)).isEqualTo(DuplicateModel.APPROVE);
    }

    @Test
    void anOpenCaseCannotBeObjectedToAndATaskIsDoneAtItsOwnStep() {
        String number = steps.registered(enrolled.inBothSchemes(), CHANGCHUN);

        assertThat(steps.object(number).status()).isEqualTo(409);
        assertThat(steps.post("review", number, "settlement", settlement("FIRST", null, "2026-01-15"))
                        .status())
                .isEqualTo(409);
    }

    private Answer register(String user, Map<String, ?> application) {
        return steps.register(user, application, UUID.randomUUID().toString());
    }

    private long cases() {
        return jdbc.sql("select count(*) from yiban.duplicate_case")
                .query(Long.class)
                .single();
    }
}
