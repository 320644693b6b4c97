package org.yiban.policy.families;

import java.util.List;
import java.util.Map;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/** {@code refund-eligibility}: may a payment be given back, and which part of it. */
final class RefundEligibilityFamily implements Family {

    private static final String REQUESTED_ON = "requestedOn";
    private static final String PHASE = "phase";
    private static final String EVENT_PHASE = "eventPhase";

    @Override
    public String name() {
        return "refund-eligibility";
    }

    @Override
    public String label() {
        return "退费资格";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.date(REQUESTED_ON, "申请日期").required(),
                Shared.scheme(),
                Shared.identityOrResident(),
                reason(),
                phase(PHASE, "申请时所处阶段"),
                phase(EVENT_PHASE, "事由发生时所处阶段").orNone(),
                Fact.flag("subsidised", "参保费由医疗救助资助", "参保费由医疗救助资助", "参保费不是医疗救助资助的"),
                Fact.flag("requiredYearsMet", "已缴足规定年限", "已缴足规定年限", "没有缴足规定年限"),
                Fact.year("coverageYear", "缴费所属年度"),
                Fact.flag("newMember", "首次参保", "是首次参保", "不是首次参保"));
    }

    @Override
    public List<DerivedFact> derived() {
        return List.of(DerivedFact.evenIfOpen(
                phase("phaseAtEvent", "事由发生时所处阶段（未另填的同申请时）"), RefundEligibilityFamily::phaseAtEvent, PHASE));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("ELIGIBLE", "可以退费", "INELIGIBLE", "不能退费"),
                Result.choice(
                        "refundScope",
                        "退费范围",
                        "FULL_PAYMENT",
                        "退全部已缴费用",
                        "REMAINING_MONTHS_OF_YEAR",
                        "退当年剩余月份的费用",
                        "MONTHS_AFTER_DEATH",
                        "退死亡次月起的费用",
                        "MONTHS_SINCE_RETIREMENT",
                        "退退休当月起多缴的费用",
                        "DUPLICATED_MONTHS",
                        "退重复缴费月份的费用",
                        "MONTHS_IN_PRISON",
                        "退服刑期间的费用",
                        "LUMP_SUM",
                        "退一次性趸缴的费用"),
                Result.flag("accountClawback", "收回已划入个人账户的金额", "已划入个人账户的钱要收回", "已划入个人账户的钱不收回"),
                Result.flag("terminateRelation", "同时终止参保关系", "同时终止参保关系", "参保关系不终止"),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.ELIGIBLE, Outcome.INELIGIBLE),
                TableOutput.choice(
                        "refundScope", Shared.refundScope().choices().keySet().toArray(String[]::new)),
                TableOutput.flag("accountClawback"),
                TableOutput.flag("terminateRelation"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return REQUESTED_ON;
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        return row.values();
    }

    private static Object phaseAtEvent(Facts facts) {
        if (facts.states(EVENT_PHASE)) {
            return facts.text(EVENT_PHASE);
        }
        return facts.states(PHASE) ? facts.text(PHASE) : null;
    }

    private static Fact phase(String name, String label) {
        return Fact.choice(name, label, "BEFORE_BENEFIT", "待遇期未开始", "WAITING", "等待期内", "IN_BENEFIT", "待遇期内");
    }

    private static Fact reason() {
        return Fact.choice(
                "reason",
                "退费事由",
                "DUPLICATE_PAYMENT",
                "重复缴费",
                "DEATH",
                "死亡",
                "JOINED_EMPLOYEE_SCHEME",
                "参加职工医保",
                "ENROLLED_IN_OTHER_POOL",
                "参加其他统筹区居民医保",
                "EMPLOYED_AFTER_ANNUAL_PREPAYMENT",
                "年度预缴后随单位参保",
                "DEATH_AFTER_LUMP_SUM",
                "趸缴后死亡",
                "DEATH_NOT_DEREGISTERED",
                "死亡未及时退保",
                "OVERPAID_AFTER_RETIREMENT",
                "退休后多缴",
                "DUPLICATE_DURING_UNEMPLOYMENT",
                "领失业金期间重复缴纳",
                "IMPRISONMENT",
                "服刑期间缴费",
                "LATE_CHANGE_REGISTRATION",
                "未及时变更登记多缴",
                "OTHER",
                "其他");
    }
}
