package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.FictitiousPerson;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** What is refused, and that a refusal leaves nothing behind. */
@YibanTest
class TransferInputTest {

    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);
    private static final RegionCode LIAOCHENG = new RegionCode(TransferSteps.LIAOCHENG);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ApiClient api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessTime time;

    @Autowired
    Cases files;

    @Autowired
    TransactionTemplate transaction;

    private Applicant applicant;
    private Map<String, Object> application;
    private long casesBefore;
    private long casesExpected;

    @BeforeEach
    void startWithAGoodApplication() {
        applicant = applicants.employedIn(JINING);
        application = TransferSteps.application(applicant);
        casesBefore = cases();
        casesExpected = 0;
    }

    @AfterEach
    void nothingMoreWasCreated() {
        assertThat(cases() - casesBefore).isEqualTo(casesExpected);
    }

    @Test
    void anEmptyApplicationNamesEverythingThatIsMissing() {
        Answer answer = steps.register(Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("identityNumber", "name", "identity", "fromRegion", "toRegion", "appliedOn");
    }

    @Test
    void anUnknownRegionCodeIsRefused() {
        application.put("fromRegion", "379999");

        Answer answer = steps.register(application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("fromRegion")).isNotBlank();
        assertThat(answer.body().at("/violations/0/value").asText()).isEqualTo("379999");
    }

    @Test
    void aRegionThatIsNotServedHereIsRefusedWithThoseThatAre() {
        application.put("fromRegion", "370100");

        Answer answer = steps.register(application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("fromRegion")).contains("371500", "370800");
    }

    @Test
    void anIdentityNumberWithAWrongCheckDigitIsRefusedAndNotRepeatedInFull() {
        String good = applicant.identityNumber();
        char last = good.charAt(17);
        application.put("identityNumber", good.substring(0, 17) + (last == '1' ? '2' : '1'));

        Answer answer = steps.register(application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("identityNumber")).contains("校验");
        assertThat(answer.body().toString()).doesNotContain(good.substring(6, 14));
    }

    @Test
    void anApplicationInTheFutureOrBeforeBirthIsRefused() {
        application.put("appliedOn", time.today().plusDays(1).toString());
        assertThat(steps.register(application).violation("appliedOn")).contains("不能晚于今天");

        application.put("appliedOn", "1985-03-11");
        assertThat(steps.register(application).violation("appliedOn")).contains("出生");
    }

    @Test
    void anImpossibleDateIsRefused() {
        application.put("appliedOn", "2026-02-30");

        Answer answer = steps.register(application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("appliedOn")).contains("yyyy-MM-dd");
    }

    @Test
    void aFieldThatDoesNotExistIsRefused() {
        application.put("fromRegoin", "370800");

        assertThat(steps.register(application).violation("fromRegoin")).contains("没有这个字段", "fromRegion");
    }

    @Test
    void aPersonNotOnRecordAndAWrongNameAreRefusedInTheSameWords() {
        application.put("identityNumber", FictitiousPerson.woman().value());
        Answer unknown = steps.register(application);

        Map<String, Object> misnamed = TransferSteps.application(applicant);
        misnamed.put("name", "虚构·李某");
        Answer wrongName = steps.register(misnamed);

        assertThat(unknown.violation("identityNumber"))
                .contains("没有查到")
                .isEqualTo(wrongName.violation("identityNumber"));
    }

    @Test
    void aSecondOpenTransferOfTheSamePersonIsRefused() {
        casesExpected = 1;
        String first = steps.registered(applicant);

        Answer second = steps.register(application);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.violation("identityNumber")).contains(first);
    }

    @Test
    void theSameRequestSentTwiceOpensOneCase() {
        casesExpected = 1;
        String key = TransferSteps.newKey();

        Answer first = steps.register("clerklc", application, key);
        Answer again = steps.register("clerklc", application, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("caseNumber")).isEqualTo(first.text("caseNumber"));
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        casesExpected = 1;
        String key = TransferSteps.newKey();
        steps.register("clerklc", application, key);
        application.put("identity", "FLEXIBLE");

        Answer other = steps.register("clerklc", application, key);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.violation("Idempotency-Key")).contains("内容不同");
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        Answer answer = api.post("clerklc", "/api/transfers", application);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("Idempotency-Key")).isNotBlank();
    }

    @Test
    void aClerkCannotRegisterForAnotherPoolNorAReviewerRegisterAtAll() {
        assertThat(steps.register("clerkcc", application, TransferSteps.newKey())
                        .status())
                .isEqualTo(403);
        assertThat(steps.register("reviewlc", application, TransferSteps.newKey())
                        .status())
                .isEqualTo(403);
        assertThat(api.post(null, "/api/transfers", application).status()).isEqualTo(401);
    }

    @Test
    void anotherPoolsCaseAndTaskDoNotExistForAClerk() {
        casesExpected = 1;
        String number = steps.registered(applicant);
        String task = steps.openTask(number).getId();

        assertThat(api.get("clerkjn", "/api/transfers/" + number).status()).isEqualTo(404);
        String decisions = "/api/cases/" + number + "/decisions";
        String sheet = decisions + "/" + api.get("clerklc", decisions).at("/0/id") + "/sheet";
        assertThat(api.get("clerklc", sheet).at("/words/conclusion")).contains("省内跨统筹区转移");
        assertThat(api.get("clerkjn", decisions).status()).isEqualTo(404);
        assertThat(api.get("clerkjn", sheet).status()).isEqualTo(404);
        assertThat(api.get("reviewjn", "/api/transfers/by-task/" + task).status())
                .isEqualTo(404);
        Answer accepted = api.post(
                "reviewjn",
                "/api/transfers/tasks/" + task + "/acceptance",
                Map.of("decision", "ACCEPT", "acceptedOn", "2026-02-12"));
        assertThat(accepted.status()).isEqualTo(404);
        assertThat(api.post("clerkjn", "/api/transfers/" + number + "/withdrawal", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(steps.openTask(number)).isNotNull();
    }

    @Test
    void aCaseOfAnotherKindIsNoTransfer() {
        casesExpected = 1;
        String refund = transaction
                .execute(status -> files.open(CaseKind.REFUND, LIAOCHENG, applicant.id(), "test"))
                .number()
                .value();

        for (String part : List.of("", "/gap", "/balance", "/information-table")) {
            assertThat(api.get("clerklc", "/api/transfers/" + refund + part).status())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(steps.act("superlc", refund, "other-side", Map.of("end", "CLOSED", "reason", "来函"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTaskThatIsAboutNoBalanceOrGapShowsNone() {
        casesExpected = 1;
        String task = steps.openTask(steps.registered(applicant)).getId();

        for (String part : List.of("gap", "balance")) {
            assertThat(api.get("reviewlc", "/api/transfers/" + part + "/by-task/" + task)
                            .status())
                    .as(part)
                    .isEqualTo(404);
        }
    }

    @Test
    void anAcceptanceInTheFutureBeforeTheApplicationOrByTheWrongRoleIsRefused() {
        casesExpected = 1;
        String number = steps.registered(applicant);

        assertThat(steps.accept(number, time.today().plusDays(1)).violation("acceptedOn"))
                .contains("不能晚于今天");
        assertThat(steps.accept(number, LocalDate.of(2026, 2, 11)).violation("acceptedOn"))
                .contains("申请日期");
        assertThat(steps.accept(number, LocalDate.of(1980, 1, 1)).violation("acceptedOn"))
                .contains("出生");
        assertThat(steps.refuseAcceptance(number, " ").violation("reason")).isEqualTo("必填");
        Answer clerk = api.post(
                "clerklc",
                "/api/transfers/tasks/" + steps.openTask(number).getId() + "/acceptance",
                Map.of("decision", "ACCEPT", "acceptedOn", "2026-02-12"));
        assertThat(clerk.status()).isEqualTo(403);
        assertThat(steps.openTask(number).getTaskDefinitionKey()).isEqualTo(TransferModel.ACCEPT_APPLICATION);
    }

    @Test
    void aClosedCaseCannotBeWithdrawnAgain() {
        casesExpected = 1;
        String number = steps.registered(applicant);
        steps.withdraw(number, "本人改变主意");

        Answer again = steps.withdraw(number, "再次");

        assertThat(again.status()).isEqualTo(409);
    }

    private long cases() {
        return jdbc.sql("select count(*) from yiban.case_file")
                .query(Long.class)
                .single();
    }
}
