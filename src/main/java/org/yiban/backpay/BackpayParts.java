package org.yiban.backpay;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.YearsTest;
import org.yiban.backpay.years.CompiledYears;
import org.yiban.backpay.years.CountedAs;
import org.yiban.backpay.years.JudgedService;
import org.yiban.backpay.years.MonthRun;
import org.yiban.backpay.years.MonthSource;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.region.Regions;

/** The parts of what staff see of a case. */
@Component
class BackpayParts {

    private final BackpayReceipts receipts;
    private final CollectionOrders collections;
    private final Objections objections;
    private final Policies policies;
    private final Regions regions;
    private final Cases cases;
    private final Access access;
    private final BusinessTime time;

    BackpayParts(
            BackpayReceipts receipts,
            CollectionOrders collections,
            Objections objections,
            Policies policies,
            Regions regions,
            Cases cases,
            Access access,
            BusinessTime time) {
        this.receipts = receipts;
        this.collections = collections;
        this.objections = objections;
        this.policies = policies;
        this.regions = regions;
        this.cases = cases;
        this.access = access;
        this.time = time;
    }

    BackpayView.Years years(Backpay backpay) {
        CompiledYears years = backpay.years();
        if (years == null) {
            return null;
        }
        return new BackpayView.Years(
                years.actual(),
                years.actualInProvince(),
                years.actualInPool(),
                years.deemed(),
                years.total(),
                years.paidTwice(),
                years.heldElsewhere(),
                years.inARowSince(),
                years.question().until(),
                DerivingBackpayFacts.statedByHand(backpay.facts()),
                years.runs().stream().map(this::run).toList(),
                services(years));
    }

    private BackpayView.Run run(MonthRun run) {
        return new BackpayView.Run(
                run.from(),
                run.to(),
                run.months(),
                run.source().title(),
                run.pool() == null ? null : regions.fullName(run.pool()),
                run.source() != MonthSource.HELD_ELSEWHERE);
    }

    private List<BackpayView.Service> services(CompiledYears years) {
        List<JudgedService> judged = years.services();
        return IntStream.range(0, judged.size())
                .mapToObj(i -> service(i, judged.get(i)))
                .toList();
    }

    private BackpayView.Service service(int index, JudgedService service) {
        CountedAs decided = service.stated().decidedAs();
        return new BackpayView.Service(
                index,
                service.stated().ground().title(),
                service.stated().from(),
                service.stated().to(),
                service.stated().evidence(),
                service.says(),
                service.referred(),
                decided == null ? null : decided.title(),
                policies.cite(service.basis()));
    }

    List<BackpayView.ShownTest> tests(Backpay backpay) {
        return backpay.tests() == null
                ? List.of()
                : backpay.tests().stream().map(this::test).toList();
    }

    private BackpayView.ShownTest test(YearsTest test) {
        return new BackpayView.ShownTest(
                test.optionTitle() == null ? "最低缴费年限" : test.optionTitle(),
                test.outcome().name(),
                title(test.outcome()),
                test.requiredTotal(),
                test.requiredActual(),
                test.shortfall(),
                test.says(),
                policies.cite(test.basis()));
    }

    private static String title(Outcome outcome) {
        return switch (outcome) {
            case MET -> "年限够了";
            case SHORT -> "年限不够";
            default -> "由人判断";
        };
    }

    List<BackpayView.ShownOption> options(Backpay backpay) {
        return backpay.weighed() == null
                ? List.of()
                : backpay.weighed().options().stream()
                        .map(option -> option(backpay, option))
                        .toList();
    }

    private BackpayView.ShownOption option(Backpay backpay, BackpayOption option) {
        return new BackpayView.ShownOption(
                option.key(),
                option.kind().name(),
                option.kind().title(),
                backpay.weighed().tests().stream()
                        .filter(test -> option.test() != null && option.test().equals(test.option()))
                        .map(YearsTest::optionTitle)
                        .findFirst()
                        .orElse(null),
                option.months(),
                option.closesAll(),
                option.base(),
                option.baseTitle(),
                option.rate(),
                option.amount(),
                account(option.accountCredited()),
                payer(option.payer()),
                option.openFrom(),
                option.benefitStartSays(),
                option.monthlyToday(),
                option.monthlySays(),
                option.reachedIn(),
                option.lastValidDay(),
                option.lastValidDaySays(),
                option.says(),
                option.consequences(),
                option.priceNamedBy(),
                policies.cite(option.basis()));
    }

    private static String account(Boolean credited) {
        return credited == null ? "文件没有说" : credited ? "补计个人账户" : "不计入个人账户";
    }

    private static String payer(String payer) {
        return payer == null ? "文件没有说" : payer.equals("EMPLOYER") ? "用人单位" : "本人";
    }

    BackpayView.Choice choice(Backpay backpay) {
        BackpayChoice choice = backpay.choice();
        if (choice == null) {
            return null;
        }
        boolean priced = choice.amount() != null;
        return new BackpayView.Choice(
                choice.kind().title(),
                choice.chosenOn(),
                choice.months(),
                choice.baseTitle(),
                choice.base(),
                choice.rate(),
                choice.amount(),
                choice.source(),
                choice.bySenior(),
                account(choice.accountCredited()),
                choice.lastDay(),
                choice.lastDaySays(),
                priced ? choice.lastDay().isBefore(time.today()) : null,
                choice.instalments(),
                priced ? backpay.received() : null,
                priced ? backpay.rest().max(BigDecimal.ZERO) : null,
                cited(choice.basis()));
    }

    private List<CitedProvision> cited(String basis) {
        return policies.cite(ProvisionReference.parseList(basis));
    }

    List<BackpayView.Order> orders(CaseNumber number) {
        return collections.of(number).stream()
                .filter(order -> Backpay.isOrderKey(order.key()))
                .map(BackpayParts::shown)
                .toList();
    }

    private static BackpayView.Order shown(CollectionOrder order) {
        return new BackpayView.Order(
                order.key(),
                order.amount(),
                order.lastDay(),
                order.state().title(),
                order.settledAt() == null ? null : order.collected(),
                order.receivedOn(),
                order.receipt());
    }

    List<BackpayView.Receipt> receipts(CaseNumber number) {
        return receipts.of(number).stream().map(BackpayParts::shown).toList();
    }

    BackpayView.Receipt receipt(long id) {
        return shown(receipts.require(id));
    }

    private static BackpayView.Receipt shown(BackpayReceipt receipt) {
        boolean back = receipt.goingBack().signum() > 0;
        String settled = !receipt.settled()
                ? null
                : receipt.refundCase() == null ? receipt.note() : "退费案件 " + receipt.refundCase();
        return new BackpayView.Receipt(
                receipt.receipt(),
                receipt.amount(),
                receipt.receivedOn(),
                receipt.payment(),
                back ? receipt.why().title() : null,
                back ? receipt.goingBack() : null,
                back ? receipt.returnReference() : null,
                settled);
    }

    List<ObjectionView> objections(CaseNumber number) {
        return ObjectionView.of(objections.of(number), access::nameOf);
    }

    List<EventView> history(CaseNumber number) {
        return EventView.of(cases.history(number), access::nameOf);
    }
}
