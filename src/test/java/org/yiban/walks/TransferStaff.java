package org.yiban.walks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;

/** What the demo staff do with the tasks of transfers, of what goes on beside them, and of relations that stand twice. */
@Component
@Lazy
class TransferStaff {

    private static final List<String> AGENCY = List.of("AGENCY");
    private static final String WHY = "材料相符";
    private static final Map<String, Object> CONFIRM = Map.of("decision", "CONFIRM");
    private static final Map<String, Object> RETURN = Map.of("decision", "RETURN", "reason", "再核");
    private static final Map<String, Object> REFUSE = Map.of("decision", "REFUSE", "reason", "与材料不符", "basis", AGENCY);
    private static final Map<String, Object> SUPPLEMENT = Map.of("decision", "SUPPLEMENT", "supplement", "身份证明");
    private static final Map<String, Object> DECIDED = Map.of("outcome", "DECIDED");

    private final DirectApi api;
    private final TransferDesk desk;
    private final BusinessTime time;

    TransferStaff(DirectApi api, TransferDesk desk, BusinessTime time) {
        this.api = api;
        this.desk = desk;
        this.time = time;
    }

    /** Does a task; manner 0 is as it usually is done, so that the case goes on to its end. */
    Answer work(OpenTask task, int manner) {
        if (task.step().equals("userTask_decideReferral")) {
            return decideReferral(task);
        }
        return task.owner().startsWith("CF") ? duplicate(task, manner) : transfer(task, manner);
    }

    private Answer transfer(OpenTask task, int manner) {
        String today = time.today().toString();
        return switch (task.step()) {
            case "userTask_acceptApplication" ->
                transfer(
                        task,
                        "review",
                        "acceptance",
                        one(
                                manner,
                                Map.of(
                                        "decision",
                                        "ACCEPT",
                                        "acceptedOn",
                                        today,
                                        "materials",
                                        List.of("IDENTITY_DOCUMENT")),
                                SUPPLEMENT,
                                REFUSE));
            case "userTask_recordSupplement", "userTask_recordLaterSupplement" ->
                transfer(
                        task,
                        "clerk",
                        "supplement",
                        one(
                                manner,
                                Map.of("decision", "RECEIVED", "note", WHY),
                                Map.of("decision", "NOT_RECEIVED", "note", WHY)));
            case "userTask_prepareInformationTable" ->
                transfer(
                        task,
                        "review",
                        "information-table",
                        one(manner, Map.of("decision", "CONFIRM", "note", WHY), REFUSE));
            case "userTask_verifyInformationTable" ->
                transfer(
                        task,
                        "review",
                        "verification",
                        one(
                                manner,
                                CONFIRM,
                                Map.of("decision", "QUESTION", "questions", "2020年的月份对吗"),
                                SUPPLEMENT,
                                REFUSE));
            case "userTask_approveTransfer" -> transfer(task, "approve", "approval", one(manner, CONFIRM, RETURN));
            case "userTask_decideObjection" ->
                transfer(
                        task,
                        "super2",
                        "objection",
                        one(
                                manner,
                                Map.of("decision", "UPHOLD", "reason", WHY),
                                Map.of("decision", "DECIDE_AGAIN", "reason", WHY)));
            case "userTask_settleRefundQuestion" ->
                transfer(task, "clerk", "refund-question", Map.of("note", "没有应退的费用"));
            case "userTask_checkGapFacts" ->
                stating(
                        task,
                        "/api/transfers/gap",
                        stated -> transfer(task, "review", "gap/facts", Map.of("corrections", stated)));
            case "userTask_recordGapChoice" ->
                transfer(
                        task,
                        "clerk",
                        "gap/choice",
                        one(
                                manner,
                                Map.of("decision", "DECLINE"),
                                Map.of("decision", "PAY", "amount", "500.00", "amountSource", "核定单1号")));
            case "userTask_decideGapRest" ->
                transfer(
                        task,
                        "review",
                        "gap/rest",
                        one(
                                manner,
                                Map.of("decision", "STOP", "reason", WHY),
                                Map.of("decision", "COLLECT", "reason", WHY)));
            case "userTask_decideLateGap" ->
                transfer(
                        task,
                        "review",
                        "gap/late",
                        one(
                                manner,
                                Map.of("decision", "RETURN", "reason", WHY),
                                Map.of("decision", "KEEP", "reason", WHY)));
            case "userTask_returnGapMoney" -> transfer(task, "finance", "gap/money", Map.of("note", "已由银行退回"));
            case "userTask_stateBalanceAccount" -> transfer(task, "finance", "balance/account", account());
            case "userTask_correctBalanceAccount" -> transfer(task, "finance", "balance/corrected-account", account());
            case "userTask_recordBalanceArrival" ->
                transfer(
                        task,
                        "finance",
                        "balance/arrival",
                        Map.of(
                                "amount",
                                manner % 2 == 0 ? stated(task) : "1.00",
                                "receivedOn",
                                today,
                                "receipt",
                                "DZ" + task.id()));
            case "userTask_settleBalanceDifference" ->
                transfer(
                        task,
                        "review",
                        "balance/difference",
                        one(
                                manner,
                                Map.of("decision", "CREDIT", "reason", WHY),
                                Map.of("decision", "WAIT", "reason", WHY)));
            case "userTask_chaseBalance" ->
                transfer(
                        task,
                        "review",
                        "balance/inquiry",
                        one(
                                manner,
                                Map.of("decision", "GIVE_UP", "reason", WHY),
                                Map.of("decision", "WAIT", "reason", WHY)));
            default -> throw new AssertionError("nobody knows how to do " + task);
        };
    }

    private Answer duplicate(OpenTask task, int manner) {
        return switch (task.step()) {
            case "userTask_checkDuplicateFacts" ->
                manner < 8
                        ? stating(
                                task,
                                "/api/duplicates",
                                stated -> duplicate(
                                        task, "review", "facts", Map.of("decision", "CONFIRM", "corrections", stated)))
                        : duplicate(task, "review", "facts", Map.of("decision", "NOT_DUPLICATE", "reason", WHY));
            case "userTask_settleDuplicate" ->
                duplicate(
                        task,
                        "review",
                        "settlement",
                        one(manner, settlement(task), Map.of("decision", "ASK_PERSON", "question", "请于一周内答复"), RETURN));
            case "userTask_recordChoice" ->
                duplicate(
                        task,
                        "clerk",
                        "choice",
                        one(
                                manner,
                                Map.of("decision", "NOT_RECEIVED", "note", WHY),
                                Map.of(
                                        "decision",
                                        "RECEIVED",
                                        "keep",
                                        "FIRST",
                                        "statedOn",
                                        time.today().toString(),
                                        "note",
                                        WHY)));
            case "userTask_approveDuplicate" -> duplicate(task, "approve", "approval", one(manner, CONFIRM, RETURN));
            case "userTask_recordAnswer" ->
                duplicate(task, "review", "answer", one(manner, answered("AGREED"), answered("REFUSED")));
            case "userTask_answerCounterpart" ->
                duplicate(
                        task,
                        "review",
                        "counterpart",
                        one(
                                manner,
                                Map.of("decision", "AGREED", "reason", WHY),
                                Map.of("decision", "REFUSED", "reason", WHY)));
            case "userTask_decideObjection" ->
                duplicate(
                        task,
                        "super2",
                        "objection",
                        one(
                                manner,
                                Map.of("decision", "UPHOLD", "reason", WHY),
                                Map.of("decision", "DECIDE_AGAIN", "reason", WHY)));
            default -> throw new AssertionError("nobody knows how to do " + task);
        };
    }

    /** Keeps the relation here, as the person wished or no document forbids. */
    private Map<String, Object> settlement(OpenTask task) {
        JsonNode view = api.get(task.user("review"), "/api/duplicates/by-task/" + task.id())
                .body();
        Map<String, Object> body = new HashMap<>(CONFIRM);
        body.put("kept", view.path("wishKeep").asText("FIRST").replace("null", "FIRST"));
        body.put("on", time.today().toString());
        body.put("reason", WHY);
        if (!view.at("/decision/results").has("other")) {
            body.put("ending", "TERMINATE");
        }
        return body;
    }

    private Map<String, Object> answered(String decision) {
        return Map.of("decision", decision, "answeredOn", time.today().toString(), "text", "函〔2026〕1号");
    }

    /**
     * States what the record does not know, no, the first choice, a day or month of January, and what is asked for after
     * that, as a clerk does who reads the refusal.
     */
    private Answer stating(OpenTask task, String path, Function<List<Map<String, String>>, Answer> post) {
        JsonNode view =
                api.get(task.user("review"), path + "/by-task/" + task.id()).body();
        Map<String, JsonNode> facts = new HashMap<>();
        view.path("facts").forEach(fact -> facts.put(fact.path("name").asText(), fact));
        Set<String> asked = new LinkedHashSet<>();
        view.path("openFacts").forEach(open -> asked.add(open.asText()));
        Answer answer;
        do {
            answer = post.apply(
                    asked.stream().map(name -> statement(facts.get(name))).toList());
        } while (answer.status() == 400 && asksMore(answer, facts, asked));
        return answer;
    }

    private static boolean asksMore(Answer answer, Map<String, JsonNode> facts, Set<String> asked) {
        boolean more = false;
        for (JsonNode violation : answer.body().path("violations")) {
            String name = violation.path("field").asText().replace("facts.", "");
            more |= facts.containsKey(name) && asked.add(name);
        }
        return more;
    }

    private static Map<String, String> statement(JsonNode fact) {
        String value =
                switch (fact.path("type").asText()) {
                    case "DATE" -> "2026-01-31";
                    case "MONTH" -> "2026-01";
                    case "CHOICE" -> fact.path("choices").fieldNames().next();
                    default -> "false";
                };
        return Map.of("name", fact.path("name").asText(), "value", value, "reason", WHY);
    }

    private String stated(OpenTask task) {
        return api.get(task.user("finance"), "/api/transfers/balance/by-task/" + task.id())
                .body()
                .path("stated")
                .asText("1.00");
    }

    private static Map<String, Object> account() {
        return Map.of(
                "name",
                "虚构·医疗保险基金",
                "accountNumber",
                "6222020000000000018",
                "bankCode",
                "102241000121",
                "source",
                "来函");
    }

    private Answer decideReferral(OpenTask task) {
        Map<String, Object> results = new HashMap<>(DECIDED);
        if (task.owner().startsWith("CF")) {
            results.putAll(Map.of("keep", "PLACE_OF_WORK", "other", "TERMINATE"));
        } else {
            results.putAll(Map.of("waiting", "NONE", "gapCovered", "false"));
        }
        Map<String, Object> body = new HashMap<>(Map.of("reason", "按公平处理", "basis", "本市经办规程"));
        body.put("results", results);
        String path = "/api/referrals/tasks/" + task.id() + "/decision";
        Answer answer = api.post(task.user("super"), path, body);
        if (answer.status() == 400) {
            body.put(
                    "results",
                    Map.of(
                            "outcome", "DECIDED",
                            "transferKind", "ACROSS_PROVINCES",
                            "transferNeeded", "true",
                            "workingDays", "15"));
            return api.post(task.user("super"), path, body);
        }
        return answer;
    }

    private Answer transfer(OpenTask task, String post, String step, Map<String, ?> body) {
        int slash = step.indexOf('/');
        return slash < 0
                ? desk.take(user(task, post), step, task.id(), body)
                : api.post(
                        user(task, post),
                        "/api/transfers/" + step.substring(0, slash) + "/tasks/" + task.id() + step.substring(slash),
                        body);
    }

    private Answer duplicate(OpenTask task, String post, String step, Map<String, ?> body) {
        return api.post(user(task, post), "/api/duplicates/tasks/" + task.id() + "/" + step, body);
    }

    /** The demo user of a post; "super2" is the pool's other supervisor. */
    private static String user(OpenTask task, String post) {
        return post.equals("super2") ? task.user("super") + "2" : task.user(post);
    }

    /** The usual way in more than half of all manners, each of the others in as many as the rest. */
    @SafeVarargs
    private static Map<String, ?> one(int manner, Map<String, ?>... ways) {
        return manner < 6 || ways.length == 1 ? ways[0] : ways[1 + (manner - 6) % (ways.length - 1)];
    }
}
