package org.yiban.walks;

import static org.yiban.walks.Ways.CONFIRM;
import static org.yiban.walks.Ways.RETURN;
import static org.yiban.walks.Ways.WHY;
import static org.yiban.walks.Ways.because;
import static org.yiban.walks.Ways.one;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;

/** What the demo staff do with the tasks of relations that stand twice. */
@Component
@Lazy
class DuplicateStaff {

    private final DirectApi api;
    private final StatingFacts facts;
    private final BusinessTime time;

    DuplicateStaff(DirectApi api, StatingFacts facts, BusinessTime time) {
        this.api = api;
        this.facts = facts;
        this.time = time;
    }

    /** Does a task; manner 0 is as it usually is done. */
    Answer work(OpenTask task, int manner) {
        return switch (task.step()) {
            case "userTask_checkDuplicateFacts" ->
                manner < 8
                        ? facts.state(
                                task,
                                "/api/duplicates",
                                stated -> post(
                                        task, "review", "facts", Map.of("decision", "CONFIRM", "corrections", stated)))
                        : post(task, "review", "facts", because("NOT_DUPLICATE"));
            case "userTask_settleDuplicate" ->
                post(
                        task,
                        "review",
                        "settlement",
                        one(manner, settlement(task), Map.of("decision", "ASK_PERSON", "question", "请于一周内答复"), RETURN));
            case "userTask_recordChoice" ->
                post(
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
            case "userTask_approveDuplicate" -> post(task, "approve", "approval", one(manner, CONFIRM, RETURN));
            case "userTask_recordAnswer" ->
                post(task, "review", "answer", one(manner, answered("AGREED"), answered("REFUSED")));
            case "userTask_answerCounterpart" ->
                post(task, "review", "counterpart", one(manner, because("AGREED"), because("REFUSED")));
            case "userTask_decideObjection" ->
                post(task, "super2", "objection", one(manner, because("UPHOLD"), because("DECIDE_AGAIN")));
            case "userTask_checkRestoration" ->
                post(task, "review", "restoration", one(manner, because("RESTORE"), because("KEEP")));
            case "userTask_approveRestoration" ->
                post(task, "approve", "restoration-approval", one(manner, CONFIRM, RETURN));
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

    private Answer post(OpenTask task, String post, String step, Map<String, ?> body) {
        return api.post(task.user(post), "/api/duplicates/tasks/" + task.id() + "/" + step, body);
    }
}
