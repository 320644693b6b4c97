package org.yiban.refund;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Written;
import org.yiban.ledger.Claims;
import org.yiban.ledger.Payee;
import org.yiban.person.IdentityNumber;
import org.yiban.person.Payment;
import org.yiban.person.Payments;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.refund.facts.ClaimChecks;
import org.yiban.refund.facts.RefundClaim;
import org.yiban.refund.facts.RefundReason;

/** Checks applications, on paper and against the record, many at once. Writes nothing. */
@Component
@Transactional(readOnly = true)
public class CheckingRefunds {

    private final ReadingApplications reading;
    private final People people;
    private final Payments payments;
    private final ClaimChecks checks;
    private final Claims claims;
    private final Duplicates duplicates;
    private final RefundRecords records;

    CheckingRefunds(
            ReadingApplications reading,
            People people,
            Payments payments,
            ClaimChecks checks,
            Claims claims,
            Duplicates duplicates,
            RefundRecords records) {
        this.reading = reading;
        this.people = people;
        this.payments = payments;
        this.checks = checks;
        this.claims = claims;
        this.duplicates = duplicates;
        this.records = records;
    }

    /** Checks one application. */
    public CheckedRefund check(RefundApplication application) {
        return check(List.of(application)).get(0);
    }

    /** Checks applications; the answers are in the order of the applications. Does not compare them with each other. */
    public List<CheckedRefund> check(List<RefundApplication> applications) {
        List<ReadApplication> read = applications.stream().map(reading::read).toList();
        Map<IdentityNumber, Person> found = people.find(read.stream()
                .map(ReadApplication::number)
                .filter(number -> number != null)
                .collect(Collectors.toSet()));
        Map<String, Payment> paid = payments.find(read.stream()
                .map(ReadApplication::paymentReference)
                .filter(reference -> reference != null)
                .collect(Collectors.toSet()));
        List<CheckedRefund> checked = new ArrayList<>();
        for (ReadApplication application : read) {
            checked.add(check(application, found.get(application.number()), paid.get(application.paymentReference())));
        }
        return withTakenMonths(checked);
    }

    /** Checks what a case asks to be given back of a payment on record, whose person is known. */
    CheckedRefund checkOnRecord(
            RefundApplication application, Person person, Payment paid, Payee payee, PayeeRole payeeIs) {
        RefundClaim claim = new RefundClaim(
                person.id(),
                paid.pool(),
                RefundReason.valueOf(application.reason()),
                paid,
                application.requestedOn(),
                application.eventOn(),
                null);
        List<Violation> wrong = checks.check(claim, person, null, null, null);
        return wrong.isEmpty()
                ? withTakenMonths(
                                List.of(new CheckedRefund(application, claim, person, payee, payeeIs, List.of(), null)))
                        .get(0)
                : new CheckedRefund(application, null, null, null, null, List.copyOf(wrong), null);
    }

    private CheckedRefund check(ReadApplication read, Person found, Payment paid) {
        RefundApplication application = read.application();
        List<Violation> wrong = new ArrayList<>(read.wrong());
        Person person = found != null && found.name().equals(read.name()) ? found : null;
        if (read.number() != null && read.name() != null && person == null) {
            wrong.add(new Violation("identityNumber", read.number().masked(), "没有查到此人的参保登记，或姓名与登记不符；请核对证件号码和姓名"));
        }
        if (read.paymentReference() != null && paid == null) {
            wrong.add(new Violation("paymentReference", read.paymentReference(), "没有这个缴费凭证号的缴费；请核对缴费凭证"));
        }
        if (!read.complete() || person == null || paid == null) {
            return new CheckedRefund(application, null, null, null, null, List.copyOf(wrong), null);
        }
        RefundClaim claim = new RefundClaim(
                person.id(),
                read.pool(),
                read.reason(),
                paid,
                application.requestedOn(),
                application.eventOn(),
                application.eventUntil());
        if (person.diedOn() != null && read.payeeIs() == PayeeRole.SELF) {
            wrong.add(new Violation("payeeIs", PayeeRole.SELF.name(), deadPayee(person)));
        }
        wrong.addAll(checks.check(
                claim, person, application.claimedFrom(), application.claimedTo(), application.claimedAmount()));
        return wrong.isEmpty()
                ? new CheckedRefund(application, claim, person, read.payee(), read.payeeIs(), List.of(), null)
                : new CheckedRefund(application, null, null, null, null, List.copyOf(wrong), null);
    }

    private static String deadPayee(Person person) {
        return "登记显示参保人已于%s死亡，不能付给本人；收款人可以是 HEIR（继承人）或 EMPLOYER（用人单位）".formatted(Written.day(person.diedOn()));
    }

    private List<CheckedRefund> withTakenMonths(List<CheckedRefund> checked) {
        Set<Long> asked = new HashSet<>();
        checked.stream()
                .filter(each -> each.claim() != null)
                .forEach(each -> asked.add(each.claim().payment().id()));
        if (asked.isEmpty()) {
            return checked;
        }
        Map<Long, Set<YearMonth>> taken = new HashMap<>();
        claims.claimed(asked).forEach((payment, months) -> taken.put(payment, new HashSet<>(months)));
        Map<Long, List<Refund>> open = records.openOf(asked).stream()
                .collect(Collectors.groupingBy(Refund::paymentId, LinkedHashMap::new, Collectors.toList()));
        return withDuplicates(checked.stream()
                .map(each -> each.claim() == null ? each : withTakenMonths(each, taken, open))
                .toList());
    }

    /** Of two payments for the same months only one comes back. */
    private List<CheckedRefund> withDuplicates(List<CheckedRefund> checked) {
        Set<Long> people = checked.stream()
                .filter(CheckingRefunds::isDuplicate)
                .map(each -> each.claim().personId())
                .collect(Collectors.toSet());
        if (people.isEmpty()) {
            return checked;
        }
        Map<Long, List<Payment>> paid = payments.ofAll(people);
        Map<Long, Set<YearMonth>> claimed =
                duplicates.claimed(paid.values().stream().flatMap(List::stream).toList());
        return checked.stream()
                .map(each -> isDuplicate(each)
                        ? withDuplicates(each, paid.getOrDefault(each.claim().personId(), List.of()), claimed)
                        : each)
                .toList();
    }

    private static boolean isDuplicate(CheckedRefund checked) {
        return checked.claim() != null && checked.claim().reason().duplicate();
    }

    private static CheckedRefund withDuplicates(
            CheckedRefund checked, List<Payment> paid, Map<Long, Set<YearMonth>> claimed) {
        Payment payment = checked.claim().payment();
        RefundApplication application = checked.application();
        Set<YearMonth> asked = months(payment, application.claimedFrom(), application.claimedTo());
        List<YearMonth> left = Duplicates.unpaid(payment, asked, paid, claimed);
        boolean wholly = application.claimedFrom() != null || left.size() == asked.size();
        return left.isEmpty() || !wholly ? checked : withTaken(checked, payment, Duplicates.message(left));
    }

    private static CheckedRefund withTakenMonths(
            CheckedRefund checked, Map<Long, Set<YearMonth>> taken, Map<Long, List<Refund>> open) {
        Payment payment = checked.claim().payment();
        RefundApplication application = checked.application();
        Set<YearMonth> asked = months(payment, application.claimedFrom(), application.claimedTo());
        List<String> cases = open.getOrDefault(payment.id(), List.of()).stream()
                .filter(other -> !Collections.disjoint(asked, months(payment, other.claimedFrom(), other.claimedTo())))
                .map(other -> other.caseNumber().value())
                .toList();
        if (!cases.isEmpty()) {
            return withTaken(checked, payment, "这笔缴费的同一月份已有办理中的退费（%s）；办结后才能再申请".formatted(String.join("、", cases)));
        }
        List<String> given = asked.stream()
                .filter(taken.getOrDefault(payment.id(), Set.of())::contains)
                .map(YearMonth::toString)
                .toList();
        boolean partlyFree = application.claimedFrom() == null && given.size() < asked.size();
        return given.isEmpty() || partlyFree
                ? checked
                : withTaken(checked, payment, "以下月份已经退过，不能再退：%s".formatted(String.join("、", given)));
    }

    /** The months that are claimed: all of the payment where none are named. */
    private static Set<YearMonth> months(Payment payment, YearMonth from, YearMonth to) {
        Set<YearMonth> months = new TreeSet<>();
        YearMonth last = to == null ? payment.to() : to;
        for (YearMonth month = from == null ? payment.from() : from;
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static CheckedRefund withTaken(CheckedRefund checked, Payment payment, String message) {
        return new CheckedRefund(
                checked.application(),
                checked.claim(),
                checked.person(),
                checked.payee(),
                checked.payeeIs(),
                List.of(),
                new Violation("paymentReference", payment.reference(), message));
    }
}
