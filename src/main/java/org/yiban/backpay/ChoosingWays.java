package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.backpay.BackpayTasks.Taken;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.OptionKind;
import org.yiban.backpay.options.WeighedOptions;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.FourEyes;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Written;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.explain.CitingProvisions;
import org.yiban.workflow.CaseTasks;

/** The way to close a gap that the applicant chooses, and its approval. Each step completes its task at once. */
@Component
public class ChoosingWays {

    private final BackpayTasks tasks;
    private final CaseTasks engine;
    private final BackpayRecords records;
    private final WeighingWays weighing;
    private final BackpaySettings settings;
    private final DecisionRecords decisions;
    private final BackpayClocks clocks;
    private final CitingProvisions citing;
    private final Cases cases;
    private final FourEyes fourEyes;
    private final BusinessTime time;

    ChoosingWays(
            BackpayTasks tasks,
            CaseTasks engine,
            BackpayRecords records,
            WeighingWays weighing,
            BackpaySettings settings,
            DecisionRecords decisions,
            BackpayClocks clocks,
            CitingProvisions citing,
            Cases cases,
            FourEyes fourEyes,
            BusinessTime time) {
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.weighing = weighing;
        this.settings = settings;
        this.decisions = decisions;
        this.clocks = clocks;
        this.citing = citing;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.time = time;
    }

    /**
     * The applicant chose one of the ways that were weighed.
     *
     * @param key of the option
     * @param instalments in how many a lump sum is paid; {@code null}: one
     * @throws ProblemException INVALID_INPUT for no such option, one that is open to those alone who have reached the age, or
     *     more instalments than allowed; CONFLICT if its price is another by now, or the years were compiled before the age
     */
    @Transactional
    public void choose(String taskId, String key, Integer instalments) {
        Taken taken = take(taskId);
        CaseNumber number = taken.backpay().caseNumber();
        BackpayOption option = option(taken.backpay(), key);
        int parts = instalments(taken.backpay(), option, instalments);
        BackpayChoice choice = choice(option, parts);
        records.chosen(number, choice);
        if (option.explanation() != null) {
            decisions.keep(number.value(), option.explanation());
        }
        clocks.resume(number, "申请人已选择");
        cases.note(
                number,
                "wayChosen",
                CasePart.ASSESS,
                "申请人选择" + said(option) + (parts > 1 ? "，分 " + parts + " 期" : ""),
                taken.user().id());
        Map<String, Object> facts = next(option.kind(), false, false);
        boolean referred = option.kind() == OptionKind.LUMP_SUM && choice.amount() == null;
        facts.put(BackpayModel.PRICE_REFERRED.name(), referred);
        if (option.kind() == OptionKind.LUMP_SUM && !referred) {
            facts.put(BackpayModel.APPROVERS.name(), approvers(taken.backpay(), choice.amount()));
        }
        engine.complete(taken.task(), facts);
    }

    /** The group of those who approve a price. */
    String approvers(Backpay backpay, BigDecimal amount) {
        return settings.approver(amount, backpay.pool()).groupId(backpay.pool());
    }

    private static String said(BackpayOption option) {
        if (option.kind() != OptionKind.LUMP_SUM) {
            return option.kind().title();
        }
        return option.kind().title() + " " + option.months() + " 个月"
                + (option.amount() == null ? "，价格文件没有规定，由主管判断" : "，" + option.amount() + " 元");
    }

    private BackpayOption option(Backpay backpay, String key) {
        WeighedOptions fresh = weighing.today(backpay);
        BackpayOption option = fresh.option(String.valueOf(key))
                .orElseThrow(() -> ProblemException.invalid(
                        "option",
                        key,
                        "没有这种办法；可以选择："
                                + fresh.options().stream()
                                        .map(BackpayOption::key)
                                        .collect(Collectors.joining("、"))));
        BigDecimal shown =
                backpay.weighed().option(key).map(BackpayOption::amount).orElse(null);
        boolean same = shown == null || option.amount() == null
                ? Objects.equals(shown, option.amount())
                : shown.compareTo(option.amount()) == 0;
        if (option.kind() == OptionKind.LUMP_SUM && !option.closesAll()) {
            throw ProblemException.invalid("option", key, "只补这一项，年限仍然不够，不能单独选择");
        }
        requireAge(backpay, option);
        if (!same) {
            throw ProblemException.of(ProblemKind.CONFLICT, "option", key, "核价日以后金额有变动，请选“重新核算”，把新的金额告诉申请人后再登记选择");
        }
        return option;
    }

    /** Months are paid until the age: what is missing then is known when it is reached, and not before. */
    private static void requireAge(Backpay backpay, BackpayOption option) {
        LocalDate reached = backpay.stated().retirementAgeOn();
        if (option.openFrom() != null) {
            throw ProblemException.invalid(
                    "option",
                    option.key(),
                    "%s才达到退休年龄，从那一天起才能选“%s”；现在可以继续按月缴费，或者等到年龄再重新归集年限"
                            .formatted(Written.day(reached), option.kind().title()));
        }
        YearMonth compiled = backpay.years().question().until();
        if (option.kind() != OptionKind.CONTINUE_MONTHLY && compiled.isBefore(YearMonth.from(reached))) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "option",
                    option.key(),
                    "年限是到龄以前归集的，只算到%s；请退回核对，按到龄时的年限重新归集".formatted(Written.month(compiled)));
        }
    }

    private int instalments(Backpay backpay, BackpayOption option, Integer instalments) {
        int parts = instalments == null ? 1 : instalments;
        int most = option.kind() == OptionKind.LUMP_SUM ? settings.mostInstalments(backpay.pool()) : 1;
        if (parts < 1 || parts > most) {
            throw ProblemException.invalid(
                    "instalments", String.valueOf(parts), most == 1 ? "本统筹区不分期，只能填 1" : "应为 1 到 " + most + " 期");
        }
        return parts;
    }

    private BackpayChoice choice(BackpayOption option, int instalments) {
        return new BackpayChoice(
                option.key(),
                option.kind(),
                time.today(),
                option.months(),
                option.baseTitle(),
                option.base(),
                option.rate(),
                option.kind() == OptionKind.LUMP_SUM ? option.amount() : null,
                option.amount() == null ? null : "按文件计算：" + citing.inShort(option.basis()),
                false,
                option.accountCredited(),
                option.payer(),
                option.lastValidDay(),
                option.lastValidDaySays(),
                instalments,
                null,
                ProvisionReference.join(option.basis()));
    }

    /** The prices are as of another day: they are weighed once more. */
    @Transactional
    public void weighAgain(String taskId) {
        Taken taken = take(taskId);
        cases.note(
                taken.backpay().caseNumber(),
                "weighedAgain",
                null,
                "重新核算",
                taken.user().id());
        engine.complete(taken.task(), next(null, true, false));
    }

    /**
     * The applicant waits until the age is reached; the years are compiled anew then.
     *
     * @throws ProblemException INVALID_INPUT if it has been reached
     */
    @Transactional
    public void awaitAge(String taskId) {
        Taken taken = take(taskId);
        CaseNumber number = taken.backpay().caseNumber();
        LocalDate reached = taken.backpay().stated().retirementAgeOn();
        if (!reached.isAfter(time.today())) {
            throw ProblemException.invalid("decision", "AWAIT_AGE", Written.day(reached) + "已经达到退休年龄，不用等；请登记申请人的选择");
        }
        clocks.resume(number, "申请人等到达到退休年龄再选");
        clocks.awaitAge(number, reached);
        cases.note(
                number,
                "ageAwaited",
                null,
                "申请人等到达到退休年龄（" + Written.day(reached) + "）再选，到时重新归集年限",
                taken.user().id());
        Map<String, Object> facts = next(null, false, false);
        facts.put(BackpayModel.AGE_AWAITED.name(), true);
        facts.put(BackpayModel.AGE_REACHED_AT.name(), BackpayModel.startOf(reached));
        engine.complete(taken.task(), facts);
    }

    /** The months are not clear after all. */
    @Transactional
    public void backToYears(String taskId, String reason) {
        Taken taken = take(taskId);
        CaseNumber number = taken.backpay().caseNumber();
        String why = FreeText.required("reason", reason);
        clocks.resume(number, "重新核对缴费年限");
        cases.note(
                number, "yearsReopened", null, "重新核对缴费年限：" + why, taken.user().id());
        engine.complete(taken.task(), next(null, false, true));
    }

    private static Map<String, Object> next(OptionKind kind, boolean again, boolean back) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(BackpayModel.MONTHLY_CHOSEN.name(), kind == OptionKind.CONTINUE_MONTHLY);
        facts.put(BackpayModel.RESIDENT_CHOSEN.name(), kind == OptionKind.JOIN_RESIDENT);
        facts.put(BackpayModel.WEIGH_AGAIN.name(), again);
        facts.put(BackpayModel.RETURNED.name(), back);
        facts.put(BackpayModel.AGE_AWAITED.name(), false);
        facts.put(BackpayModel.PRICE_REFERRED.name(), false);
        return facts;
    }

    private Taken take(String taskId) {
        return tasks.take(taskId, BackpayModel.RECORD_CHOICE, Role.INTAKE, Role.REVIEW);
    }

    /**
     * Approves the price that the applicant pays.
     *
     * @throws ProblemException CONFLICT if its last day has passed
     */
    @Transactional
    public void approve(String taskId) {
        Taken taken = takeApproval(taskId);
        Backpay backpay = taken.backpay();
        BackpayChoice choice = backpay.choice();
        if (choice.lastDay().isBefore(time.today())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "decision", "CONFIRM", "这个金额只到 " + choice.lastDay() + "，已过最后一日；请退回重新核算");
        }
        cases.note(
                backpay.caseNumber(),
                "quoteApproved",
                CasePart.APPROVE,
                "批准补缴 " + choice.amount() + " 元，最后一日 " + choice.lastDay(),
                taken.user().id());
        engine.complete(
                taken.task(),
                Map.of(
                        BackpayModel.RETURNED.name(),
                        false,
                        BackpayModel.NOTHING_TO_PAY.name(),
                        backpay.rest().signum() <= 0));
    }

    /** Sends it back; who does so is an approver all the same. */
    @Transactional
    public void returnQuote(String taskId, String reason) {
        Taken taken = takeApproval(taskId);
        String why = FreeText.required("reason", reason);
        cases.note(
                taken.backpay().caseNumber(),
                "quoteReturned",
                CasePart.APPROVE,
                "退回：" + why,
                taken.user().id());
        engine.complete(
                taken.task(), Map.of(BackpayModel.RETURNED.name(), true, BackpayModel.NOTHING_TO_PAY.name(), false));
    }

    private Taken takeApproval(String taskId) {
        Taken taken = tasks.take(taskId, BackpayModel.APPROVE_QUOTE, Role.APPROVE, Role.SUPERVISE);
        fourEyes.requireMayApprove(taken.backpay().caseNumber(), taken.user().id());
        return taken;
    }
}
