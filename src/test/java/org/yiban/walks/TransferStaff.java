package org.yiban.walks;

import static org.yiban.walks.Ways.CONFIRM;
import static org.yiban.walks.Ways.REFUSE;
import static org.yiban.walks.Ways.RETURN;
import static org.yiban.walks.Ways.SUPPLEMENT;
import static org.yiban.walks.Ways.WHY;
import static org.yiban.walks.Ways.because;
import static org.yiban.walks.Ways.one;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;

/** What the demo staff do with the tasks of transfers and of what goes on beside them. */
@Component
@Lazy
class TransferStaff {

    private static final Map<String, Object> QUESTION = Map.of("decision", "QUESTION", "questions", "2020年的月份对吗");

    private final DirectApi api;
    private final TransferDesk desk;
    private final DuplicateStaff duplicates;
    private final StatingFacts facts;
    private final CorrectionsOfWalks corrections;
    private final BalancesOfWalks balances;
    private final BusinessTime time;

    TransferStaff(
            DirectApi api,
            TransferDesk desk,
            DuplicateStaff duplicates,
            StatingFacts facts,
            CorrectionsOfWalks corrections,
            BalancesOfWalks balances,
            BusinessTime time) {
        this.api = api;
        this.desk = desk;
        this.duplicates = duplicates;
        this.facts = facts;
        this.corrections = corrections;
        this.balances = balances;
        this.time = time;
    }

    /** Does a task; manner 0 is as it usually is done, so that the case goes on to its end. */
    Answer work(OpenTask task, int manner) {
        if (task.step().equals("userTask_decideReferral")) {
            return decideReferral(task);
        }
        return task.owner().startsWith("CF") ? duplicates.work(task, manner) : transfer(task, manner);
    }

    private Answer transfer(OpenTask task, int manner) {
        String today = time.today().toString();
        return switch (task.step()) {
            case "userTask_acceptApplication" -> accept(task, manner);
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
            case "userTask_verifyInformationTable" -> verify(task, one(manner, CONFIRM, QUESTION, SUPPLEMENT, REFUSE));
            case "userTask_approveTransfer" -> transfer(task, "approve", "approval", one(manner, CONFIRM, RETURN));
            case "userTask_decideObjection" ->
                transfer(task, "super2", "objection", one(manner, because("UPHOLD"), because("DECIDE_AGAIN")));
            case "userTask_settleRefundQuestion" ->
                transfer(task, "clerk", "refund-question", Map.of("note", "没有应退的费用"));
            case "userTask_checkGapFacts" ->
                facts.state(
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
                transfer(task, "review", "gap/rest", one(manner, because("STOP"), because("COLLECT")));
            case "userTask_decideLateGap" ->
                transfer(task, "review", "gap/late", one(manner, because("RETURN"), because("KEEP")));
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
                                balances.arriving(task.owner().split("/")[0], manner),
                                "receivedOn",
                                today,
                                "receipt",
                                "DZ" + task.id()));
            case "userTask_settleBalanceShortfall" ->
                transfer(
                        task,
                        "finance",
                        "balance/shortfall",
                        Map.of("decision", "NOT_OWED", "paper", "联系函1号", "settledOn", today, "note", WHY));
            case "userTask_settleBalanceDifference" ->
                transfer(task, "review", "balance/difference", one(manner, because("CREDIT"), because("WAIT")));
            case "userTask_chaseBalance" ->
                transfer(task, "review", "balance/inquiry", one(manner, because("GIVE_UP"), because("WAIT")));
            default -> throw new AssertionError("nobody knows how to do " + task);
        };
    }

    /** Every other case is long overdue, unless it was opened again only now. */
    private Answer accept(OpenTask task, int manner) {
        boolean overdue = Character.digit(task.owner().charAt(task.owner().length() - 1), 10) % 2 == 0;
        Answer answer =
                accept(task, manner, overdue ? "2026-02-12" : time.today().toString());
        return answer.status() == 400 ? accept(task, manner, time.today().toString()) : answer;
    }

    private Answer accept(OpenTask task, int manner, String on) {
        Map<String, Object> accepted =
                Map.of("decision", "ACCEPT", "acceptedOn", on, "materials", List.of("IDENTITY_DOCUMENT"));
        return transfer(task, "review", "acceptance", one(manner, accepted, SUPPLEMENT, REFUSE));
    }

    /** Gives back what may be; whoever typed in a paper asks for another one, which somebody else types in. */
    private Answer verify(OpenTask task, Map<String, ?> decision) {
        if (decision != CONFIRM) {
            return transfer(task, "review", "verification", decision);
        }
        Answer answer = null;
        for (Map<String, Object> confirmation : corrections.confirmations(task.owner())) {
            answer = transfer(task, "review", "verification", confirmation);
            if (answer.status() != 400) {
                break;
            }
        }
        return answer.status() == 403 ? transfer(task, "review", "verification", QUESTION) : answer;
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
        Map<String, Object> results = new HashMap<>(Map.of("outcome", "DECIDED"));
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
                ? desk.take(task.user(post), step, task.id(), body)
                : api.post(
                        task.user(post),
                        "/api/transfers/" + step.substring(0, slash) + "/tasks/" + task.id() + step.substring(slash),
                        body);
    }
}
