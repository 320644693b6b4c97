package org.yiban.refund.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiban.person.BenefitPhase;
import org.yiban.person.Enrolment;
import org.yiban.person.Payment;
import org.yiban.policy.known.KnownFact;
import org.yiban.region.Regions;

/** States each fact of a claim as far as the record knows it, with where it stands. */
final class FactsOnRecord {

    private static final String REQUEST = "退费申请";

    private final EventsOnRecord events;
    private final EnrolmentWords words;
    private final Map<String, String> labels;

    /** @param labels what people call the facts, by the contract's names */
    FactsOnRecord(Regions regions, Map<String, String> labels) {
        this.events = new EventsOnRecord(regions);
        this.words = new EnrolmentWords(regions);
        this.labels = labels;
    }

    RefundFacts of(RefundClaim claim, PersonRecord record) {
        Event event = events.find(claim, record);
        return new RefundFacts(eligibility(claim, record, event), amount(claim, event));
    }

    private List<KnownFact> eligibility(RefundClaim claim, PersonRecord record, Event event) {
        Payment payment = claim.payment();
        String receipt = receipt(payment);
        List<KnownFact> facts = new ArrayList<>();
        facts.add(settled("region", claim.pool().value(), REQUEST));
        facts.add(settled("requestedOn", claim.requestedOn().toString(), REQUEST));
        facts.add(settled("scheme", payment.scheme().name(), receipt));
        facts.add(settled("identity", payment.identity().name(), receipt));
        facts.add(settled("reason", claim.reason().name(), REQUEST));
        facts.add(phase("phase", claim.requestedOn(), claim, event, ""));
        facts.add(phase("eventPhase", event.on(), claim, event, event.source() + "；"));
        facts.add(known(
                "subsidised",
                payment.subsidyAmount().signum() > 0,
                payment.subsidyAmount().signum() > 0
                        ? receipt + "：医疗救助资助 " + payment.subsidyAmount() + " 元"
                        : receipt + "：没有医疗救助资助"));
        facts.add(
                record.person().retiredInsured()
                        ? known("requiredYearsMet", true, "人员登记：已按规定年限办理职工医保退休待遇")
                        : stated("requiredYearsMet", null, "人员登记：没有办理退休待遇，年限是否已满登记中没有"));
        if (payment.coverageYear() != null) {
            facts.add(settled("coverageYear", payment.coverageYear().toString(), receipt));
        }
        facts.add(newMember(payment, record));
        return facts;
    }

    private List<KnownFact> amount(RefundClaim claim, Event event) {
        Payment payment = claim.payment();
        String receipt = receipt(payment);
        return List.of(
                settled("requestedOn", claim.requestedOn().toString(), REQUEST),
                settled("paidAmount", payment.personalAmount().toPlainString(), receipt + "：个人实缴"),
                settled("paidFrom", payment.from().toString(), receipt),
                settled("paidTo", payment.to().toString(), receipt),
                stated("eventMonth", text(event.month()), event.source()),
                stated("eventUntil", text(event.until()), event.until() == null ? "没有登记或说明结束月" : event.source()),
                stated("accountCredited", payment.accountCredited().toPlainString(), receipt + "：整笔缴费划入个人账户的金额"));
    }

    /** The phase of the payment; of the employer's enrolment where it is that which counts. */
    private KnownFact phase(String name, LocalDate day, RefundClaim claim, Event event, String before) {
        if (day == null) {
            return stated(name, null, event.source());
        }
        if (event.newEnrolment() != null) {
            Optional<BenefitPhase> phase = event.newEnrolment().phaseOn(day);
            return stated(
                    name,
                    phase.map(BenefitPhase::name).orElse(null),
                    words.of(event.newEnrolment())
                            + phase.map(known -> benefits(
                                            event.newEnrolment().waitingFrom(),
                                            event.newEnrolment().benefitFrom()))
                                    .orElse("；没有登记待遇享受期"));
        }
        Payment payment = claim.payment();
        return stated(
                name,
                payment.phaseOn(day).name(),
                before + receipt(payment) + benefits(payment.waitingFrom(), payment.benefitFrom()));
    }

    private static String benefits(LocalDate waitingFrom, LocalDate benefitFrom) {
        return (waitingFrom == null ? "" : "；等待期自 " + waitingFrom + " 起") + "；待遇享受期自 " + benefitFrom + " 起";
    }

    /** Whether there was no enrolment with the scheme, in any pool, before the one that the payment was made in. */
    private KnownFact newMember(Payment payment, PersonRecord record) {
        List<Enrolment> ofScheme = record.enrolments().stream()
                .filter(enrolment -> enrolment.scheme() == payment.scheme())
                .sorted(Comparator.comparing(Enrolment::from))
                .toList();
        LocalDate since = ofScheme.stream()
                .filter(enrolment -> enrolment.pool().equals(payment.pool())
                        && !enrolment.from().isAfter(payment.paidOn()))
                .map(Enrolment::from)
                .max(Comparator.naturalOrder())
                .orElse(payment.paidOn());
        return ofScheme.stream()
                .filter(enrolment -> enrolment.from().isBefore(since))
                .findFirst()
                .map(earlier -> known("newMember", false, words.of(earlier)))
                .orElseGet(() -> known("newMember", true, "参保登记：" + since + " 以前没有参加过同一险种"));
    }

    private static String receipt(Payment payment) {
        return "缴费登记：凭证 " + payment.reference();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private KnownFact known(String name, boolean value, String source) {
        return stated(name, String.valueOf(value), source);
    }

    private KnownFact stated(String name, String value, String source) {
        return new KnownFact(name, labels.get(name), value, source, true, false, false);
    }

    /** A fact that is the request or the payment itself: to correct it is to correct those. */
    private KnownFact settled(String name, String value, String source) {
        return new KnownFact(name, labels.get(name), value, source, false, false, false);
    }
}
