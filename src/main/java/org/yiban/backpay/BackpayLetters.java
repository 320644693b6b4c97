package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.UsedFigure;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.JudgedService;
import org.yiban.casework.Cases;
import org.yiban.casework.Objection;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProvisionReference;
import org.yiban.kernel.Written;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.policy.Outcome;
import org.yiban.policy.explain.CitingProvisions;

/** The letters of these cases: kept with the case, each to be printed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BackpayLetters {

    private final Cases cases;
    private final CitingProvisions citing;
    private final BackpaySettings settings;
    private final People people;

    BackpayLetters(Cases cases, CitingProvisions citing, BackpaySettings settings, People people) {
        this.cases = cases;
        this.citing = citing;
        this.settings = settings;
        this.people = people;
    }

    /** 缴费年限确认单：the months as reviewed, for the person to confirm. */
    void years(Backpay backpay) {
        CompiledYears years = backpay.years();
        List<String> lines = new ArrayList<>();
        lines.add("您的职工医保缴费年限经核对如下，请确认；不符的，请携带凭据提出。");
        lines.add("实际缴费 " + fact(backpay, "actualMonths") + " 个月（其中本统筹区 " + fact(backpay, "actualMonthsInPool")
                + " 个月，省内 " + fact(backpay, "actualMonthsInProvince") + " 个月），视同缴费 " + fact(backpay, "deemedMonths")
                + " 个月。");
        years.services().forEach(service -> lines.add(service(service)));
        if (years.paidTwice() > 0) {
            lines.add("两处都已缴费的 " + years.paidTwice() + " 个月只计算一次。");
        }
        if (years.heldElsewhere() > 0) {
            lines.add("另有 " + years.heldElsewhere() + " 个月在外地，尚未转入，没有计算；要计算的，先办理转移接续。");
        }
        List<ProvisionReference> basis = years.services().stream()
                .flatMap(service -> service.basis().stream())
                .distinct()
                .toList();
        issue(backpay, "yearsToConfirm", "缴费年限确认单", lines, basis);
    }

    private static String fact(Backpay backpay, String name) {
        return backpay.facts().question().getOrDefault(name, "0");
    }

    private static String service(JudgedService service) {
        return service.stated().ground().title() + " " + service.stated().from() + " 至 "
                + service.stated().to() + "：" + withoutIds(service.says());
    }

    /** What was said, without the ids of its provisions: what they say stands at the end of a letter. */
    private static String withoutIds(String says) {
        int ids = says.lastIndexOf("依据：");
        return sentence(ids < 0 ? says : says.substring(0, ids));
    }

    private static String sentence(String text) {
        return FreeText.withoutFullStop(text) + "。";
    }

    /** 补足年限办法告知书：what is missing, and each way to close the gap with its price and consequences. */
    void options(Backpay backpay) {
        List<String> lines = new ArrayList<>();
        backpay.tests().forEach(test -> lines.add(test(test)));
        LocalDate reached = backpay.stated().retirementAgeOn();
        if (reached.isAfter(backpay.weighed().quotedOn())) {
            lines.add("您" + Written.day(reached) + "达到退休年龄，所差的月数是今天算的：这以前缴的月份照样计算，达到退休年龄时重新归集。");
        }
        lines.add("可以选择下列办法之一：");
        for (BackpayOption option : backpay.weighed().options()) {
            lines.add("【" + option.kind().title() + way(backpay, option) + "】" + price(option)
                    + option.consequences().stream()
                            .map(FreeText::withoutFullStop)
                            .collect(Collectors.joining("；"))
                    + "。");
        }
        backpay.weighed().figures().stream().map(BackpayLetters::figure).forEach(lines::add);
        backpay.weighed().outlook().stream().map(BackpayLetters::sentence).forEach(lines::add);
        lines.add("请书面告知选择哪一种办法。");
        List<ProvisionReference> basis = Stream.concat(
                        backpay.tests().stream().flatMap(test -> test.basis().stream()),
                        backpay.weighed().options().stream().flatMap(option -> option.basis().stream()))
                .distinct()
                .toList();
        issue(backpay, "optionsTold", "补足年限办法告知书", lines, basis);
    }

    /** By which way of counting, where there are several. */
    private static String way(Backpay backpay, BackpayOption option) {
        return backpay.tests().stream()
                .filter(test -> test.option() != null && test.option().equals(option.test()))
                .map(test -> "，" + test.optionTitle())
                .findFirst()
                .orElse("");
    }

    private static String price(BackpayOption option) {
        return option.base() == null
                ? ""
                : "按" + (option.baseTitle() == null ? "基数" : option.baseTitle()) + " " + option.base() + " 元"
                        + (option.rate() == null ? "" : "、比例 " + Written.percent(option.rate())) + "计算；";
    }

    private static String test(YearsTest test) {
        return (test.optionTitle() == null ? "" : test.optionTitle() + "：") + withoutIds(test.says());
    }

    private static String figure(UsedFigure figure) {
        return figure.label() + " " + figure.said() + "，" + figure.source()
                + (figure.illustrative() && !figure.source().contains("演示用") ? "（演示用，不是公布的数）" : "") + "。";
    }

    /** 一次性补缴通知书：how much, until when. */
    void payment(Backpay backpay, BigDecimal amount) {
        BackpayChoice choice = backpay.choice();
        List<String> lines = new ArrayList<>();
        lines.add("您选择一次性补缴 " + choice.months() + " 个月，共 " + choice.amount() + " 元"
                + (choice.base() == null
                        ? ""
                        : "（" + (choice.baseTitle() == null ? "基数" : choice.baseTitle()) + " " + choice.base() + " 元"
                                + (choice.rate() == null ? "" : "，比例 " + Written.percent(choice.rate())) + "）")
                + "。");
        if (backpay.received().signum() > 0) {
            lines.add("已收 " + backpay.received() + " 元。");
        }
        lines.add("请在 " + choice.lastDay() + " 以前（含当日）向税务部门缴纳 " + amount + " 元。"
                + (choice.lastDaySays() == null ? "" : sentence(choice.lastDaySays())));
        lines.add("逾期的，价格失效，重新核算。" + (choice.bySenior() ? sentence(choice.source()) : ""));
        issue(backpay, "paymentAsked", "一次性补缴通知书", lines, ProvisionReference.parseList(choice.basis()));
    }

    /** 退休医保待遇告知书：from when, and by what. */
    void retired(Backpay backpay) {
        List<String> lines = new ArrayList<>();
        lines.add("您自 " + backpay.benefitsFrom() + " 起享受退休人员医疗保险待遇。");
        decisive(backpay).forEach(test -> lines.add(test(test)));
        if (backpay.choice() != null) {
            lines.add("已一次性补缴 " + backpay.choice().months() + " 个月，"
                    + backpay.choice().amount() + " 元，年限已补足。");
        }
        if (backpay.credit() != null) {
            lines.add("补计个人账户 " + backpay.credit().amount() + " 元（"
                    + backpay.credit().source() + "）。");
        }
        issue(backpay, "retired", "退休医保待遇告知书", lines, basis(backpay));
    }

    /** The ways of counting by which somebody retires: that of the gap that was paid, or those that were passed. */
    private static List<YearsTest> decisive(Backpay backpay) {
        if (backpay.choice() == null) {
            return backpay.tests().stream()
                    .filter(test -> test.outcome() == Outcome.MET)
                    .toList();
        }
        String way = backpay.weighed()
                .option(backpay.choice().key())
                .map(BackpayOption::test)
                .orElse(null);
        return backpay.tests().stream()
                .filter(test -> way == null || way.equals(test.option()))
                .toList();
    }

    private static List<ProvisionReference> basis(Backpay backpay) {
        List<ProvisionReference> basis = new ArrayList<>();
        decisive(backpay).forEach(test -> basis.addAll(test.basis()));
        if (backpay.choice() != null) {
            basis.addAll(ProvisionReference.parseList(backpay.choice().basis()));
        }
        return basis.stream().distinct().toList();
    }

    /** 改参加居民医保转办单：the person goes there with it. */
    void residentScheme(Backpay backpay) {
        Person person = people.require(backpay.personId());
        List<String> lines = new ArrayList<>();
        lines.add(person.name() + "（证件号码 " + person.maskedIdentityNumber() + "）达到法定退休年龄时职工医保缴费年限不足，选择改参加居民医保。");
        lines.add("凭本单到户籍地或居住地的居民医保经办窗口办理参保登记；已缴的职工医保年限保留在登记中。");
        issue(
                backpay,
                "residentScheme",
                "改参加居民医保转办单",
                lines,
                backpay.choice() == null
                        ? List.of()
                        : ProvisionReference.parseList(backpay.choice().basis()));
    }

    /** 不予办理告知书. */
    void refused(Backpay backpay) {
        issue(
                backpay,
                "refused",
                "不予办理告知书",
                List.of("您的退休缴费年限核定申请不予办理。原因：" + FreeText.withoutFullStop(backpay.stopReason()) + "。"),
                List.of());
    }

    /** 异议复核告知书. */
    void upheld(Backpay backpay, Objection objection) {
        issue(
                backpay,
                "objectionUpheld",
                "异议复核告知书",
                List.of("您于 " + objection.filedOn() + " 提出的异议，经未参与原决定的人员复核，维持原决定。理由："
                        + FreeText.withoutFullStop(objection.reason()) + "。"),
                List.of());
    }

    private void issue(Backpay backpay, String kind, String title, List<String> lines, List<ProvisionReference> basis) {
        String body = String.join("\n", lines) + citing.below(basis) + "\n" + settings.wayToObject(backpay.pool());
        cases.issueDecision(backpay.caseNumber(), kind, title, body, basis);
    }
}
