package org.yiban.walks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.backpay.arrears.DecidingArrears;
import org.yiban.backpay.arrears.ObjectingToArrears;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.known.Correction;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;

/** What the demo staff do with the tasks of employers' arrears, asking the services as {@link RetirementStaff} do. */
@Component
@Lazy
class ArrearsStaff {

    private static final String WHY = "税务核定单";
    private static final Map<String, String> VALUES = Map.of(
            "localRate", "0.08", "unitRate", "0.06", "accountRate", "0.028", "amount", "1500.00", "lateFee", "20.50");
    private static final int INVALID = 400;
    private static final int CONFLICT = 409;

    private final DirectApi api;
    private final DecidingArrears deciding;
    private final ObjectingToArrears objecting;
    private final JdbcClient jdbc;
    private final BusinessTime time;

    ArrearsStaff(
            DirectApi api, DecidingArrears deciding, ObjectingToArrears objecting, JdbcClient jdbc, BusinessTime time) {
        this.api = api;
        this.deciding = deciding;
        this.objecting = objecting;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Does a task; manner 0 is as it usually is done, so that the case goes on to its end. */
    Answer work(OpenTask task, int manner) {
        String id = task.id();
        return switch (task.step()) {
            case "userTask_reviewArrears" -> review(task, manner);
            case "userTask_decideReferral" ->
                api.post(
                        task.user("super"),
                        "/api/referrals/tasks/" + id + "/decision",
                        Map.of("results", results(manner), "reason", "按实际用工", "basis", "本市经办规程"));
            case "userTask_approveArrears" -> approve(task, manner);
            case "userTask_decideUnpaidArrears" -> decideUnpaid(task, manner);
            case "userTask_decideArrearsObjection" ->
                api.asFirstOf(
                        List.of(task.user("super"), task.user("super2")), () -> objecting.decide(id, manner > 3, WHY));
            case "userTask_returnArrearsMoney" -> as(task, "finance", () -> deciding.settleMoney(id, "原路退回"));
            default -> throw new AssertionError("nobody knows how to do " + task);
        };
    }

    /** As a clerk does who reads the refusal: states what is asked, then whatever is missing. */
    private Answer review(OpenTask task, int manner) {
        if (manner > 7) {
            return as(task, "review", () -> deciding.refuse(task.id(), WHY));
        }
        Answer answer = as(task, "review", () -> deciding.confirm(task.id(), stated(task, true), null));
        if (answer.status() == INVALID) {
            answer = as(task, "review", () -> deciding.confirm(task.id(), stated(task, false), null));
        }
        return answer.status() == CONFLICT ? as(task, "review", () -> deciding.refuse(task.id(), WHY)) : answer;
    }

    private Answer decideUnpaid(OpenTask task, int manner) {
        LocalDate day = manner > 3 ? time.today().plusDays(1) : time.today();
        Answer answer = manner > 5 ? null : as(task, "review", () -> deciding.requote(task.id(), day, null));
        return answer == null || answer.status() == CONFLICT
                ? as(task, "review", () -> deciding.giveUp(task.id(), WHY))
                : answer;
    }

    private Answer approve(OpenTask task, int manner) {
        if (manner > 6) {
            return as(task, "approve", () -> deciding.returnToReview(task.id(), WHY));
        }
        Answer answer = as(task, "approve", () -> deciding.approve(task.id()));
        return answer.status() == CONFLICT
                ? as(task, "approve", () -> deciding.returnToReview(task.id(), WHY))
                : answer;
    }

    private static Map<String, String> results(int manner) {
        if (manner > 6) {
            return Map.of("outcome", "DECIDED", "payable", "false");
        }
        return new HashMap<>(Map.of(
                "outcome",
                "DECIDED",
                "payable",
                "true",
                "amount",
                manner > 3 ? "400.00" : "900.00",
                "lateFee",
                "12.00"));
    }

    /** What the record does not know. */
    private List<Correction> stated(OpenTask task, boolean askedOnly) {
        return jdbc.sql("""
            select f ->> 'name' from yiban.arrears_case a, jsonb_array_elements(a.facts -> 'all') f
            where a.case_number = ? and f ->> 'value' is null and ((f ->> 'asked')::boolean or not ?)
            """).params(task.owner(), askedOnly).query(String.class).list().stream()
                .map(name -> new Correction(name, VALUES.getOrDefault(name, "6000.00"), WHY))
                .toList();
    }

    private Answer as(OpenTask task, String post, Runnable step) {
        return api.as(task.user(post), step);
    }
}
