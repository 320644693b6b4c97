package org.yiban.backpay.arrears;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.People;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.RecordedDecision;
import org.yiban.policy.explain.CitingProvisions;

/** The letters to employers (通知书): kept with the case, each to be printed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ArrearsLetters {

    private final Cases cases;
    private final CitingProvisions citing;
    private final DecisionRecords decisions;
    private final ArrearsSettings settings;
    private final People people;

    ArrearsLetters(
            Cases cases, CitingProvisions citing, DecisionRecords decisions, ArrearsSettings settings, People people) {
        this.cases = cases;
        this.citing = citing;
        this.decisions = decisions;
        this.settings = settings;
        this.people = people;
    }

    /** What arrears come to, in short. */
    static String sums(ArrearsQuote quote) {
        return quote.principal() == null
                ? "金额待核定"
                : "本金 " + quote.principal() + " 元"
                        + (quote.namedBy() == null ? "" : "（" + quote.namedBy() + "核定）")
                        + "，滞纳金 " + quote.lateFee() + " 元，共 " + quote.total() + " 元（缴费日 " + quote.payOn() + "）";
    }

    /** 单位欠费补缴通知书. */
    void owed(ArrearsCase found) {
        ArrearsQuote quote = found.quote();
        boolean part = found.received().signum() > 0;
        String fee = quote.lateFee().signum() > 0
                ? "滞纳金计至 " + quote.payOn() + " 缴费当天。" + settings.reading(found.pool()) + "。提前或推迟缴费的，请先告知，重新核定。"
                : "";
        List<ProvisionReference> basis = basis(found.number());
        decide(
                found,
                "arrearsOwed",
                "单位欠费补缴通知书",
                unit(found) + "：\n经核查，你单位（" + found.ground().title() + "）下列职工的基本医疗保险费没有缴纳：\n" + lines(found)
                        + "\n应缴" + sums(quote) + "。"
                        + (part ? "已收到 " + found.received() + " 元，还应缴 " + found.rest() + " 元。" : "")
                        + "请于 " + quote.payOn() + " 向税务机关缴纳。" + fee + counts(quote) + citing.below(basis),
                basis);
    }

    /** 补缴完成告知书. */
    void paid(ArrearsCase found, LocalDate paidOn, int months, long employees) {
        List<ProvisionReference> basis = basis(found.number());
        issue(
                found,
                "arrearsPaid",
                "单位欠费补缴完成告知书",
                unit(found) + "：\n你单位欠缴的基本医疗保险费已于 " + paidOn + " 缴清，共 "
                        + found.quote().total() + " 元，" + employees + " 名职工的 " + months + " 个月记入缴费记录。"
                        + counts(found.quote()) + citing.below(basis),
                basis);
    }

    /** 不予补缴告知书. */
    void refused(ArrearsCase found) {
        decide(
                found,
                "arrearsRefused",
                "单位欠费核查结果告知书",
                unit(found) + "：\n关于你单位职工基本医疗保险费的欠缴，经核查不办理补缴。原因：" + FreeText.withoutFullStop(found.stopReason()) + "。"
                        + goesBack(found),
                List.of());
    }

    /** 停止补缴告知书. */
    void unpaid(ArrearsCase found) {
        issue(
                found,
                "arrearsUnpaid",
                "单位欠费停止补缴告知书",
                unit(found) + "：\n你单位没有按通知缴清欠费，本次补缴停止办理，欠缴的月份不记入缴费记录。原因："
                        + FreeText.withoutFullStop(found.stopReason()) + "。"
                        + goesBack(found),
                List.of());
    }

    /** What becomes of what came in, and of what is on record by it. */
    private static String goesBack(ArrearsCase found) {
        return (found.onRecord() == null ? "" : "原来记入的月份撤出缴费记录。")
                + (found.received().signum() > 0 ? "已收到的 " + found.received() + " 元退还你单位。" : "");
    }

    /** 异议复核告知书: it stands. */
    void upheld(ArrearsCase found, Objection objection) {
        String then = objection.stateBefore() == CaseState.OPEN ? "请仍按原通知缴费；过了缴费日的，滞纳金重新计算。" : "";
        answered(found, objection, "维持原处理", then);
    }

    /** 异议复核告知书: it is taken back. */
    void recalled(ArrearsCase found, Objection objection) {
        String then =
                switch (objection.stateBefore()) {
                    case OPEN -> "原通知书收回，不要再按它缴费；";
                    case COMPLETED -> "已收的款项和已记入的月份，以重新审核的结果为准；";
                    default -> "";
                };
        answered(found, objection, "收回原处理，重新审核", then + "审核的结果另行告知。");
    }

    private void answered(ArrearsCase found, Objection objection, String result, String then) {
        issue(
                found,
                "objectionAnswered",
                "异议复核告知书",
                unit(found) + "：\n你单位于 " + objection.filedOn() + " 提出的异议，经未参与原处理的人员复核，" + result + "。理由："
                        + FreeText.withoutFullStop(objection.reason()) + "。" + then,
                List.of());
    }

    private static String unit(ArrearsCase found) {
        return found.unitName() + "（统一社会信用代码 " + found.unitCode().value() + "）";
    }

    private String lines(ArrearsCase found) {
        Set<Long> ids = found.runs().stream().map(ArrearsRun::personId).collect(Collectors.toSet());
        Map<Long, String> names = people.names(ids);
        Map<String, ArrearsQuote.Run> quoted =
                found.quote().runs().stream().collect(Collectors.toMap(ArrearsQuote.Run::fact, run -> run));
        return found.runs().stream()
                .map(run -> line(names.get(run.personId()), run, quoted.get(run.fact())))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, ArrearsRun run, ArrearsQuote.Run quoted) {
        String months =
                name + "（" + run.from() + " 至 " + run.to() + "，" + run.months().size() + " 个月）";
        if (quoted == null || quoted.principal() == null) {
            return months;
        }
        return months + "：月基数 " + quoted.base() + " 元，本金 " + quoted.principal() + " 元"
                + (quoted.lateFee() == null ? "" : "，滞纳金 " + quoted.lateFee() + " 元");
    }

    private static String counts(ArrearsQuote quote) {
        String years = quote.yearsCounted() == null ? "" : quote.yearsCounted() ? "补缴的月份计算缴费年限" : "补缴的月份不计算缴费年限";
        String account = quote.accountCredited() == null ? "" : quote.accountCredited() ? "按规定记入个人账户" : "不记入个人账户";
        String joined = years.isEmpty() || account.isEmpty() ? years + account : years + "，" + account;
        return joined.isEmpty() ? "" : joined + "。";
    }

    private List<ProvisionReference> basis(CaseNumber number) {
        return decisions
                .newest(number.value(), QuotingArrears.FAMILY)
                .map(RecordedDecision::basis)
                .orElse(List.of());
    }

    private void decide(ArrearsCase found, String kind, String title, String body, List<ProvisionReference> basis) {
        cases.issueDecision(found.number(), kind, title, body + "\n" + settings.wayToObject(found.pool()), basis);
    }

    private void issue(ArrearsCase found, String kind, String title, String body, List<ProvisionReference> basis) {
        cases.issueNotice(found.number(), kind, title, body, basis);
    }
}
