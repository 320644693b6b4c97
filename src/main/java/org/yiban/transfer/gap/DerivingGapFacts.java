package org.yiban.transfer.gap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.person.ContributionMonth;
import org.yiban.person.Enrolment;
import org.yiban.person.MonthKind;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.policy.Fact;
import org.yiban.policy.Policies;
import org.yiban.policy.known.AskingForFacts;
import org.yiban.policy.known.KnownFact;
import org.yiban.policy.known.KnownFacts;
import org.yiban.policy.known.ShownFact;
import org.yiban.transfer.InformationTable;
import org.yiban.transfer.Transfer;
import org.yiban.transfer.TransferFiles;

/**
 * Derives the facts of a move from the case, the information table and the record. What none of them knows is asked of a
 * clerk, but only where the tables' answer depends on it.
 */
@Component
class DerivingGapFacts {

    private static final String NOT_ON_RECORD = "登记中没有，由经办人员填写";

    private final TransferFiles transfers;
    private final People people;
    private final Payments payments;
    private final Policies policies;
    private final AskingForFacts asking;

    DerivingGapFacts(
            TransferFiles transfers, People people, Payments payments, Policies policies, AskingForFacts asking) {
        this.transfers = transfers;
        this.people = people;
        this.payments = payments;
        this.policies = policies;
        this.asking = asking;
    }

    /** The last paid month that the newest table of a case states; empty if it states none. */
    Optional<YearMonth> stated(CaseNumber number) {
        return transfers.newestTable(number).flatMap(DerivingGapFacts::lastPaidMonth);
    }

    /**
     * The facts as they stand.
     *
     * @param before the gap as it was decided before; what was paid of it stays paid
     */
    GapFacts derive(CaseNumber number, Optional<BenefitGap> before) {
        Transfer transfer = transfers.of(number);
        Optional<YearMonth> stated = stated(number);
        Optional<YearMonth> closed = before.flatMap(gap -> stated.flatMap(gap::closedUntil));
        Optional<YearMonth> lastPaid = closed.or(() -> stated);
        Map<String, Fact> declared = policies.declaredFacts(QuotingContinuity.FAMILY).stream()
                .collect(Collectors.toMap(Fact::name, fact -> fact));
        List<KnownFact> facts = new ArrayList<>();
        facts.add(of(declared.get("region"), transfer.toRegion().value(), "转移申请：转入地", false));
        facts.add(of(declared.get("fromRegion"), transfer.fromRegion().value(), "转移申请：转出地", false));
        facts.add(of(declared.get("identity"), transfer.identity().name(), "转移申请：转入后的参保身份", true));
        facts.add(of(
                declared.get(GapFacts.LAST_PAID_MONTH),
                text(lastPaid),
                lastPaid.isEmpty() ? NOT_ON_RECORD : closed.isEmpty() ? "转出地信息表：最后缴费月" : "转出地信息表，加上本案已补缴的月份",
                true));
        facts.add(reducedOn(declared.get("reducedOn"), transfer));
        facts.add(paidOn(declared.get(GapFacts.PAID_ON), transfer, lastPaid));
        facts.add(of(declared.get("dischargedOn"), null, "有跨转移期间住院的，由经办人员按出院小结填写", true));
        return asking(new GapFacts(new KnownFacts(facts)));
    }

    /** The facts as people read them. */
    List<ShownFact> shown(GapFacts facts) {
        return asking.shown(QuotingContinuity.FAMILY, facts.known());
    }

    /**
     * Marks which facts have to be asked, by the facts as they stand, whichever way the move goes.
     *
     * @throws ProblemException naming as {@code facts.NAME} every fact whose value is none
     */
    GapFacts asking(GapFacts facts) {
        Set<String> missing = new HashSet<>();
        for (boolean cleared : List.of(false, true)) {
            KnownFact either =
                    new KnownFact(GapFacts.ARREARS_CLEARED, "", String.valueOf(cleared), "两种情形都问", false, false, false);
            asking.asking(QuotingContinuity.FAMILY, facts.known().with(List.of(either)))
                    .asked()
                    .forEach(fact -> missing.add(fact.name()));
        }
        return facts.asking(missing);
    }

    private KnownFact reducedOn(Fact declared, Transfer transfer) {
        List<Enrolment> here = people.enrolments(transfer.personId()).stream()
                .filter(each -> each.pool().equals(transfer.fromPool()) && each.scheme() == Scheme.EMPLOYEE)
                .toList();
        if (here.stream().anyMatch(Enrolment::open)) {
            return of(declared, null, "转出地登记：参保关系还没有终止；减员日期由经办人员填写", true);
        }
        return here.stream()
                .max(Comparator.comparing(Enrolment::until))
                .map(last -> of(declared, last.until().toString(), "转出地登记：参保关系终止日（" + last.endReason() + "）", true))
                .orElseGet(() -> of(declared, null, NOT_ON_RECORD, true));
    }

    private KnownFact paidOn(Fact declared, Transfer transfer, Optional<YearMonth> lastPaid) {
        return payments.of(transfer.personId(), transfer.toPool()).stream()
                .filter(payment -> payment.scheme() == Scheme.EMPLOYEE)
                .filter(payment -> lastPaid.isEmpty() || payment.to().isAfter(lastPaid.get()))
                .min(Comparator.comparing(Payment::paidOn))
                .map(first ->
                        of(declared, first.paidOn().toString(), "转入地缴费登记：凭证 " + first.reference() + " 的到账日", true))
                .orElseGet(() -> of(declared, null, notPaidHere(transfer), true));
    }

    private String notPaidHere(Transfer transfer) {
        return people.openEnrolment(transfer.personId(), transfer.toPool(), Scheme.EMPLOYEE)
                .map(Enrolment::from)
                .map(from -> "转入地参保登记自 " + from + " 起，没有登记缴费到账日；由经办人员填写")
                .orElse("转入地还没有缴费登记；由经办人员填写首次缴费（或拟缴费）的日期");
    }

    private static Optional<YearMonth> lastPaidMonth(InformationTable table) {
        return table.months().stream()
                .filter(month -> month.kind() == MonthKind.PAID)
                .map(ContributionMonth::month)
                .max(YearMonth::compareTo);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static KnownFact of(Fact declared, String value, String source, boolean correctable) {
        return new KnownFact(declared.name(), declared.label(), value, source, correctable, false, false);
    }
}
