package org.yiban.backpay.plan;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.casework.Cases;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.explain.CitingProvisions;

/** The letters of plans (告知书): kept with the case, each to be printed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanLetters {

    private final Cases cases;
    private final CitingProvisions citing;

    PlanLetters(Cases cases, CitingProvisions citing) {
        this.cases = cases;
        this.citing = citing;
    }

    /** 继续按月缴费告知书：how many months, what they cost today, when the years are reached, what may change. */
    void opened(ContributionPlan plan, BackpayOption option) {
        String cost = option.monthlyToday() == null
                ? option.monthlySays() == null ? "" : FreeText.withoutFullStop(option.monthlySays()) + "。"
                : "现在每月应缴 " + option.monthlyToday() + " 元；公布新的平均工资后，每月应缴额随之变动。"
                        + (option.monthlySays() == null ? "" : FreeText.withoutFullStop(option.monthlySays()) + "。");
        issue(
                plan,
                "planOpened",
                "继续按月缴费告知书",
                "您的缴费年限还差 " + option.months() + " 个月，您选择继续按月缴费至规定年限。"
                        + (option.reachedIn() == null ? "" : "每月都按时缴费的，到 " + option.reachedIn() + " 达到年限。")
                        + cost
                        + "缴费记录每月核对一次，达到年限后办理退休医保手续。您可以随时要求一次缴清余下的月数，或终止计划。"
                        + citing.below(option.basis()),
                option.basis());
    }

    /** 缴费标准变动告知书. */
    void costChanged(ContributionPlan plan, BigDecimal before, PlanLook look) {
        issue(
                plan,
                "planCostChanged",
                "每月应缴额变动告知书",
                "您继续按月缴费的每月应缴额由 " + before + " 元变为 " + look.monthly() + " 元"
                        + (look.monthlySays() == null ? "" : "（" + FreeText.withoutFullStop(look.monthlySays()) + "）")
                        + "。"
                        + FreeText.withoutFullStop(look.says()) + "。" + citing.below(look.basis()),
                look.basis());
    }

    /** 催缴通知书. */
    void reminded(ContributionPlan plan, PlanView.Look look) {
        issue(
                plan,
                "planReminder",
                "催缴通知书",
                "您选择继续按月缴费，" + FreeText.withoutFullStop(look.says()) + "。请尽快缴费；长期不缴的，计划将终止，缴费年限另行处理。",
                List.of());
    }

    /** 继续缴费计划终止告知书. */
    void ended(ContributionPlan plan, PlanEnd why) {
        issue(
                plan,
                "planEnded",
                "继续缴费计划终止告知书",
                "您的继续按月缴费计划终止。原因：" + why.title()
                        + (plan.endingText() == null ? "" : "，" + FreeText.withoutFullStop(plan.endingText()))
                        + "。已缴的月份仍计入缴费年限。",
                List.of());
    }

    private void issue(ContributionPlan plan, String kind, String title, String body, List<ProvisionReference> basis) {
        cases.issueNotice(plan.number(), kind, title, body, basis);
    }
}
