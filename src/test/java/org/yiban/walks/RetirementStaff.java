package org.yiban.walks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.backpay.Backpay;
import org.yiban.backpay.BackpayRecords;
import org.yiban.backpay.ChoosingWays;
import org.yiban.backpay.CollectingBackpays;
import org.yiban.backpay.CreditingAccounts;
import org.yiban.backpay.DecidingYears;
import org.yiban.backpay.ObjectingToBackpays;
import org.yiban.backpay.ReturningBackpays;
import org.yiban.backpay.ReturningBackpays.ReturnPayee;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.OptionKind;
import org.yiban.backpay.plan.ContributionPlans;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.Correction;
import org.yiban.policy.known.KnownFact;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;

/**
 * What the demo staff do with the tasks of retirements and plans. They ask the services as the API does, but for the view of
 * the case, which takes longer than the step and which a walk does not look at.
 */
@Component
@Lazy
class RetirementStaff {

    private static final String WHY = "见案卷";
    private static final ReturnPayee SELF = new ReturnPayee("SELF", "虚构·迟暮", "6228480012345678903", "102241000121");
    private static final ReturnPayee HEIR = new ReturnPayee("HEIR", "虚构·收款", "6228480012345678903", "102241000121");
    private static final int ENOUGH = 400;
    private static final int CONFLICT = 409;

    private final DirectApi api;
    private final BackpayRecords records;
    private final DecidingYears years;
    private final ChoosingWays choosing;
    private final CollectingBackpays collecting;
    private final CreditingAccounts crediting;
    private final ReturningBackpays returning;
    private final ObjectingToBackpays objecting;
    private final ContributionPlans plans;
    private final BusinessTime time;

    RetirementStaff(
            DirectApi api,
            BackpayRecords records,
            DecidingYears years,
            ChoosingWays choosing,
            CollectingBackpays collecting,
            CreditingAccounts crediting,
            ReturningBackpays returning,
            ObjectingToBackpays objecting,
            ContributionPlans plans,
            BusinessTime time) {
        this.api = api;
        this.records = records;
        this.years = years;
        this.choosing = choosing;
        this.collecting = collecting;
        this.crediting = crediting;
        this.returning = returning;
        this.objecting = objecting;
        this.plans = plans;
        this.time = time;
    }

    /** Does a task; manner 0 is as it usually is done, so that the case goes on to its end. */
    Answer work(OpenTask task, int manner) {
        String id = task.id();
        boolean usual = manner < 6;
        return switch (task.step()) {
            case "userTask_reviewYears" -> as(task, "review", () -> review(task, manner));
            case "userTask_approveYears" ->
                as(task, "approve", () -> {
                    if (usual) {
                        years.approveYears(id);
                    } else {
                        years.returnYears(id, WHY);
                    }
                });
            case "userTask_confirmYears" ->
                as(task, "clerk", () -> {
                    if (usual) {
                        years.confirmedByApplicant(id, null);
                    } else {
                        years.disputedByApplicant(id, WHY);
                    }
                });
            case "userTask_decideReferral" -> decideReferral(task, manner);
            case "userTask_recordBackpayChoice" -> as(task, "clerk", () -> choose(task, manner));
            case "userTask_approveQuote" -> approveQuote(task, manner);
            case "userTask_decideBackpayRest" -> decideRest(task, usual);
            case "userTask_stateAccountCredit" -> as(task, "review", () -> crediting.state(id, "80.00", WHY));
            case "userTask_approveAccountCredit" ->
                as(task, "approve", () -> crediting.decide(id, usual, usual ? null : WHY));
            case "userTask_returnBackpayMoney" ->
                orElse(
                        usual ? as(task, "finance", () -> returning.refund(id, SELF)) : null,
                        () -> as(task, "finance", () -> returning.settle(id, null, WHY)));
            case "userTask_settleBackpayRefundQuestion" ->
                orElse(
                        usual ? as(task, "clerk", () -> returning.refundAfterDeath(id, HEIR)) : null,
                        () -> as(task, "clerk", () -> returning.settleRefundQuestion(id, null, WHY)));
            case "userTask_decideBackpayObjection" -> bySenior(task, () -> objecting.decide(id, manner > 3, WHY));
            case "userTask_decidePlan" ->
                as(task, "review", () -> {
                    if (usual) {
                        plans.stop(id, WHY);
                    } else {
                        plans.goOn(id, manner < 8, WHY);
                    }
                });
            default -> throw new AssertionError("nobody knows how to do " + task);
        };
    }

    private void review(OpenTask task, int manner) {
        if (manner == 9) {
            years.refuse(task.id(), WHY);
            return;
        }
        List<Correction> corrections = new ArrayList<>();
        Backpay backpay = backpay(task);
        for (KnownFact fact : backpay.facts().asked()) {
            corrections.add(new Correction(fact.name(), fact.name().equals("movedFrom") ? "NONE" : "false", WHY));
        }
        if (manner > 5) {
            String months =
                    String.valueOf(manner == 6 ? ENOUGH : backpay.years().actual() - manner);
            corrections.add(new Correction("actualMonths", months, WHY));
            corrections.add(new Correction("actualMonthsInProvince", months, WHY));
            corrections.add(new Correction("actualMonthsInPool", months, WHY));
        }
        years.confirmYears(task.id(), corrections, List.of());
    }

    private Answer decideReferral(OpenTask task, int manner) {
        Backpay backpay = backpay(task);
        boolean price = backpay.choice() != null && backpay.choice().kind() == OptionKind.LUMP_SUM;
        Map<String, Object> body = new HashMap<>(Map.of("reason", "参照邻市", "basis", "本市经办规程"));
        body.put("results", price ? price(manner) : years(manner));
        return api.post(task.user("super"), "/api/referrals/tasks/" + task.id() + "/decision", body);
    }

    private static Map<String, String> years(int manner) {
        return switch (manner) {
            case 7 -> Map.of("outcome", "MET");
            case 8 -> Map.of("outcome", "SHORT");
            default -> Map.of("outcome", "SHORT", "shortfallMonths", "12", "actualShortfallMonths", "12");
        };
    }

    private static Map<String, String> price(int manner) {
        Map<String, String> price = new HashMap<>(Map.of(
                "outcome",
                "QUOTED",
                "baseKind",
                "LAST_BASE",
                "alternatives",
                "CONTINUE_MONTHLY",
                "accountCredited",
                String.valueOf(manner % 2 == 0)));
        switch (manner) {
            case 7 -> price.putAll(Map.of("base", "5000.00", "rate", "0.07"));
            case 8 -> {}
            case 9 -> price.put("amount", "60000.00");
            default -> price.put("amount", "500.00");
        }
        return price;
    }

    private void choose(OpenTask task, int manner) {
        switch (manner) {
            case 4, 5 -> choosing.choose(task.id(), option(task, OptionKind.CONTINUE_MONTHLY), null);
            case 6 -> choosing.choose(task.id(), option(task, OptionKind.JOIN_RESIDENT), null);
            case 3 -> choosing.awaitAge(task.id());
            case 7 -> choosing.weighAgain(task.id());
            case 8, 9 -> choosing.backToYears(task.id(), WHY);
            default -> choosing.choose(task.id(), option(task, usual(task)), null);
        }
    }

    /** Who has reached the age pays at once; who has not goes on paying. */
    private OptionKind usual(OpenTask task) {
        boolean ahead = backpay(task).stated().retirementAgeOn().isAfter(time.today());
        return ahead ? OptionKind.CONTINUE_MONTHLY : OptionKind.LUMP_SUM;
    }

    /** The key of the first way of a kind, or of any that closes the gap where there is none. */
    private String option(OpenTask task, OptionKind kind) {
        List<BackpayOption> ways = backpay(task).weighed().options();
        return ways.stream()
                .filter(way -> way.kind() == kind && (kind != OptionKind.LUMP_SUM || way.closesAll()))
                .findFirst()
                .orElse(ways.get(ways.size() - 1))
                .key();
    }

    private Answer approveQuote(OpenTask task, int manner) {
        if (manner > 7) {
            return bySenior(task, () -> choosing.returnQuote(task.id(), WHY));
        }
        Answer answer = bySenior(task, () -> choosing.approve(task.id()));
        return answer.status() == CONFLICT ? bySenior(task, () -> choosing.returnQuote(task.id(), WHY)) : answer;
    }

    private Answer decideRest(OpenTask task, boolean collect) {
        Answer answer = as(task, "review", () -> collecting.decideRest(task.id(), collect, WHY));
        return answer.status() == CONFLICT
                ? as(task, "review", () -> collecting.decideRest(task.id(), false, WHY))
                : answer;
    }

    /** Otherwise than by a refund where none can give it: not a part of a payment, nor what came on a day that is to come. */
    private static Answer orElse(Answer refund, Supplier<Answer> otherwise) {
        return refund == null || refund.status() / 100 == 4 ? otherwise.get() : refund;
    }

    /** Whoever may: the approver, or one of the two supervisors who has not taken part. */
    private Answer bySenior(OpenTask task, Runnable step) {
        return api.asFirstOf(List.of(task.user("approve"), task.user("super"), task.user("super2")), step);
    }

    private Answer as(OpenTask task, String post, Runnable step) {
        return api.as(task.user(post), step);
    }

    private Backpay backpay(OpenTask task) {
        return records.require(new CaseNumber(task.owner().split("/")[0]));
    }
}
