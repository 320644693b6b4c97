package org.yiban.walks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.refund.RefundSteps;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;

/** What the demo staff do with the tasks of refunds and of payment batches. */
@Component
@Lazy
class RefundStaff {

    private static final Map<String, Object> CONFIRM = Map.of("decision", "CONFIRM");
    private static final Map<String, Object> RETURN = Map.of("decision", "RETURN", "reason", "再核");
    private static final Map<String, Object> REFUSE = Map.of("decision", "REFUSE", "reason", "与材料不符");
    private static final Map<String, Object> NOTE = Map.of("note", "已核对");
    private static final Map<String, Object> ACCOUNT = Map.of(
            "payee",
            Map.of("name", "虚构·张测试", "accountNumber", RefundSteps.OTHER_CARD, "bankCode", RefundSteps.BANK),
            "reason",
            "原账户已注销");
    /** From here on a choice is for the rarer way. */
    private static final int RARE = 8;

    private final DirectApi api;
    private final PartnersOfWalks partners;

    RefundStaff(DirectApi api, PartnersOfWalks partners) {
        this.api = api;
        this.partners = partners;
    }

    /** Does a task one way or another. */
    Answer work(OpenTask task, int choice) {
        return switch (task.step()) {
            case "userTask_checkFacts" -> checkFacts(task, choice);
            case "userTask_recordSupplement" ->
                refund(task, "clerk", "supplement", decision(choice > RARE ? "NOT_RECEIVED" : "RECEIVED", "note"));
            case "userTask_decideReferral" -> decideReferral(task, choice);
            case "userTask_assessRefund" -> refund(task, "review", "assessment", CONFIRM);
            case "userTask_approveRefund" -> refund(task, "approve", "approval", CONFIRM);
            case "userTask_decideRest" ->
                refund(task, "super", "rest", decision(choice % 2 == 0 ? "DEDUCT" : "COLLECT_AGAIN", "reason"));
            case "userTask_returnRecoveryMoney" -> refund(task, "finance", "money", NOTE);
            case "userTask_correctAccount" -> refund(task, "clerk", "account", ACCOUNT);
            case "userTask_decideObjection" -> decideObjection(task, choice);
            case "userTask_approveBatch" -> payment(task, "approve", "approval", Map.of("decision", "APPROVE"));
            case "userTask_deliverFile" -> payment(task, "finance", "delivery", NOTE);
            case "userTask_chaseResults" -> payment(task, "finance", "late-results", NOTE);
            case "userTask_confirmRefusedFile" -> payment(task, "finance", "refused-file", NOTE);
            case "userTask_settleUnknown" -> settleUnknown(task);
            default -> throw new AssertionError("nobody does " + task);
        };
    }

    /** Sends back what a task is about, or refuses it; {@code null} where that is not to be done. */
    Answer sendBack(OpenTask task) {
        return switch (task.step()) {
            case "userTask_checkFacts" -> refund(task, "review", "facts", REFUSE);
            case "userTask_assessRefund" -> refund(task, "review", "assessment", RETURN);
            case "userTask_approveRefund" -> refund(task, "approve", "approval", RETURN);
            case "userTask_decideObjection" -> refund(task, "super2", "objection", decision("UPHOLD", "reason"));
            case "userTask_approveBatch" -> payment(task, "approve", "approval", REFUSE);
            case "userTask_decideReferral" -> decideReferral(task, RARE);
            default -> null;
        };
    }

    private Answer checkFacts(OpenTask task, int choice) {
        if (choice >= RARE) {
            return refund(
                    task,
                    "review",
                    "facts",
                    choice == RARE ? Map.of("decision", "SUPPLEMENT", "supplement", "缴费凭证") : REFUSE);
        }
        List<String> codes = new ArrayList<>();
        for (JsonNode each : api.get(task.user("review"), "/api/refunds/by-task/" + task.id())
                .body()
                .path("evidence")) {
            codes.add(each.path("code").asText());
        }
        return refund(
                task, "review", "facts", Map.of("decision", "CONFIRM", "evidence", codes, "corrections", List.of()));
    }

    private Answer decideReferral(OpenTask task, int choice) {
        Map<String, String> results = choice >= RARE
                ? Map.of("outcome", "INELIGIBLE")
                : Map.of("outcome", "ELIGIBLE", "refundScope", "FULL_PAYMENT", "terminateRelation", "true");
        return api.post(
                task.user("super"),
                "/api/referrals/tasks/" + task.id() + "/decision",
                Map.of("results", results, "reason", "按公平处理", "basis", "本市经办规程"));
    }

    private Answer decideObjection(OpenTask task, int choice) {
        if (choice >= RARE) {
            return refund(task, "super2", "objection", decision("UPHOLD", "reason"));
        }
        List<Map<String, String>> corrections =
                choice % 2 == 0 ? List.of() : List.of(before("phase"), before("eventPhase"));
        return refund(
                task,
                "super2",
                "objection",
                Map.of("decision", "DECIDE_AGAIN", "reason", "劳动合同载明12月入职", "corrections", corrections));
    }

    private static Map<String, String> before(String fact) {
        return Map.of("name", fact, "value", "BEFORE_BENEFIT", "reason", "见劳动合同");
    }

    /** Finance asks the bank, and the bank knows. */
    private Answer settleUnknown(OpenTask task) {
        List<Map<String, String>> found = partners.unknown(task.owner()).stream()
                .map(order -> partners.hasPaid(order)
                        ? Map.of("order", order, "state", "PAID", "evidence", "回单")
                        : Map.of("order", order, "state", "REJECTED", "evidence", "回单", "reason", "账号不存在"))
                .toList();
        return payment(task, "finance", "unknown-results", Map.of("results", found));
    }

    private static Map<String, Object> decision(String decision, String why) {
        return Map.of("decision", decision, why, "见案卷");
    }

    private Answer refund(OpenTask task, String post, String step, Map<String, ?> body) {
        return api.post(task.user(post), "/api/refunds/tasks/" + task.id() + "/" + step, body);
    }

    private Answer payment(OpenTask task, String post, String step, Map<String, ?> body) {
        return api.post(task.user(post), "/api/payments/tasks/" + task.id() + "/" + step, body);
    }
}
