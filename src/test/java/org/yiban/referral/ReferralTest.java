package org.yiban.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.paths.PassedPaths;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** What the documents leave to a person: asked of the rules at a counter, decided by a supervisor, read by an analyst. */
@YibanTest
class ReferralTest {

    private static final Map<String, Object> SILENT = Map.of(
            "region", "220000",
            "requestedOn", "2024-01-10",
            "scheme", "RESIDENT",
            "identity", "RESIDENT",
            "reason", "JOINED_EMPLOYEE_SCHEME",
            "phase", "IN_BENEFIT",
            "eventPhase", "BEFORE_BENEFIT",
            "subsidised", false,
            "coverageYear", 2024);

    @Autowired
    private ApiClient api;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("referral/senior-decision.bpmn", "seniorDecision")
                        .notPassed())
                .isEmpty();
        assertThat(PassedPaths.of("enquiry/policy-enquiry.bpmn", "policyEnquiry")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void whatTheDocumentsAnswerGoesToNobody() {
        // when
        Answer asked = ask(
                "transfer-deadline",
                Map.of(
                        "fromRegion", "370800",
                        "toRegion", "371500",
                        "acceptedOn", "2026-02-12"));

        // then
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        assertThat(asked.body().get("waitsForSenior").booleanValue()).isFalse();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKeyLike(asked.text("number") + "%")
                        .unfinished()
                        .count())
                .isZero();
    }

    @Test
    void whatTheDocumentsLeaveOpenGoesToASupervisorWithTheReasonShown() {
        // when
        Task task = silentEnquiry();

        // then
        Answer seen = api.get("superlc", "/api/referrals/by-task/" + task.getId());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.at("/familyLabel")).isEqualTo("退费资格");
        assertThat(seen.body().at("/words/referral").toString()).contains("事由");
        assertThat(seen.body().at("/needed/ELIGIBLE").toString()).contains("refundScope");
        assertThat(seen.body().at("/needed/INELIGIBLE").toString()).doesNotContain("refundScope");
        assertThat(api.get("superjn", "/api/referrals/by-task/" + task.getId()).status())
                .isEqualTo(404);
    }

    @Test
    void theSupervisorsDecisionIsKeptWithReasonAndOwnBasisAndTheProcessGoesOn() {
        // given
        Task task = silentEnquiry();
        String number = numberOf(task);

        // when
        Answer decided = decide(
                "superlc",
                task,
                Map.of(
                        "outcome",
                        "ELIGIBLE",
                        "refundScope",
                        "FULL_PAYMENT",
                        "accountClawback",
                        false,
                        "terminateRelation",
                        true),
                "事由在前",
                "本市医保中心2024年第3次业务例会纪要第二条");

        // then
        assertThat(decided.status()).isEqualTo(204);
        Answer enquiry = api.get("clerklc", "/api/enquiries/" + number);
        assertThat(enquiry.at("/explanation/results/outcome")).isEqualTo("REFER");
        assertThat(enquiry.at("/seniorWords/conclusion")).contains("可以退费");
        assertThat(enquiry.body().at("/seniorWords/basis").toString()).contains("业务例会纪要");
        assertThat(enquiry.body().get("waitsForSenior").booleanValue()).isFalse();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .unfinished()
                        .count())
                .isZero();
    }

    @Test
    void aDecisionThatIsIncompleteOrNoDecisionIsRefusedAndTheTaskStays() {
        // given
        Task task = silentEnquiry();

        // when
        Answer nothing = decide("superlc", task, Map.of(), " ", null);
        Answer scopeMissing = decide("superlc", task, Map.of("outcome", "ELIGIBLE"), "理由", "依据");
        Answer again = decide("superlc", task, Map.of("outcome", "REFER"), "理由", "依据");
        Answer unknown = decide("superlc", task, Map.of("outcome", "INELIGIBLE", "amount", "5"), "理由", "依据");

        // then
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.violation("reason")).contains("必填");
        assertThat(nothing.violation("basis")).contains("必填");
        assertThat(nothing.violation("outcome")).contains("缺少“结论”");
        assertThat(scopeMissing.violation("refundScope")).contains("缺少“退费范围”");
        assertThat(again.violation("outcome")).contains("没有这个值");
        assertThat(unknown.violation("amount")).contains("没有这项结果");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @Test
    void onlyASupervisorOfThePoolDecides() {
        // given
        Task task = silentEnquiry();
        Map<String, Object> refusal = refusal(task);

        // then
        assertThat(decide("reviewlc", task, refusal, "理由", "依据").status()).isIn(403, 404);
        assertThat(decide("superjn", task, refusal, "理由", "依据").status()).isEqualTo(404);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @Test
    void analystsReadWhichRulesAreMissingAndHowOftenWithoutCaseAndPerson() {
        // given
        int before = enquiriesOf(missing());
        Task first = silentEnquiry();
        silentEnquiry();
        decide("superlc", first, refusal(first), "申请在后", "自定口径第5条");

        // when
        JsonNode rule = missing();
        Answer instances =
                api.get("analystlc", "/api/missing-rules/" + rule.get("key").textValue());

        // then
        assertThat(enquiriesOf(rule)).isEqualTo(before + 2);
        assertThat(rule.get("regionName").textValue()).isEqualTo("吉林省");
        assertThat(rule.get("silence").toString()).contains("A28");
        assertThat(rule.get("decided").toString()).contains("不能退费");
        assertThat(rule.get("open").intValue()).isPositive();
        assertThat(instances.body().findValuesAsText("grounds").toString()).contains("自定口径第5条");
        assertThat(instances.body().at("/0/facts/reason").textValue()).isEqualTo("JOINED_EMPLOYEE_SCHEME");
        assertThat(instances.body().toString()).doesNotContain("ZX371500");
        assertThat(api.get("superlc", "/api/missing-rules").status()).isEqualTo(403);
    }

    private JsonNode missing() {
        return StreamSupport.stream(
                        api.get("analystlc", "/api/missing-rules?family=refund-eligibility")
                                .body()
                                .spliterator(),
                        false)
                .filter(rule -> "220000".equals(rule.path("region").textValue()))
                .filter(rule -> rule.get("silence").toString().contains("A28"))
                .findFirst()
                .orElse(null);
    }

    private static int enquiriesOf(JsonNode rule) {
        return rule == null ? 0 : rule.get("enquiries").intValue();
    }

    private Map<String, Object> refusal(Task task) {
        Map<String, Object> refusal = new HashMap<>();
        refusal.put("outcome", "INELIGIBLE");
        api.get("superlc", "/api/referrals/by-task/" + task.getId())
                .body()
                .at("/needed/INELIGIBLE")
                .forEach(result -> {
                    if (!result.textValue().equals("outcome")) {
                        refusal.put(result.textValue(), false);
                    }
                });
        return refusal;
    }

    private Task silentEnquiry() {
        Answer asked = ask("refund-eligibility", SILENT);
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body().get("waitsForSenior").booleanValue()).isTrue();
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(asked.text("number") + "/referral")
                .taskDefinitionKey(ReferralModel.DECIDE)
                .singleResult();
    }

    private Answer ask(String family, Map<String, ?> facts) {
        return api.post(
                "clerklc",
                "/api/enquiries",
                Map.of("family", family, "facts", facts),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String numberOf(Task task) {
        return api.get("superlc", "/api/referrals/by-task/" + task.getId()).text("caseNumber");
    }

    private Answer decide(String user, Task task, Map<String, Object> results, String reason, String basis) {
        Map<String, Object> decision = new HashMap<>();
        decision.put("results", results);
        decision.put("reason", reason);
        decision.put("basis", basis);
        return api.post(user, "/api/referrals/tasks/" + task.getId() + "/decision", decision);
    }
}
