package org.yiban.person.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yiban.person.ContributionMonth;
import org.yiban.person.Enrolment;
import org.yiban.person.IdentityNumber;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.csv.KnownPeople.Relation;
import org.yiban.person.csv.PeopleContent.EnrolmentRow;
import org.yiban.person.csv.PeopleContent.MonthsRow;
import org.yiban.person.csv.PeopleContent.PersonRow;
import org.yiban.region.RegionCode;

/** What the files add to the record; what contradicts it is noted among the content's problems. */
final class RecordComparison {

    /** What is on record of months. */
    interface Record {
        /** The months a pool holds. */
        List<ContributionMonth> months(long personId, RegionCode pool);

        /** The months a pool held once, and when each left. */
        Map<YearMonth, LocalDate> transferredOut(long personId, RegionCode pool, Scheme scheme);
    }

    /** The months of a run that are to be added. */
    record NewMonths(MonthsRow run, List<YearMonth> months) {}

    private record Held(Map<YearMonth, ContributionMonth> now, Map<YearMonth, LocalDate> gone) {}

    private final KnownPeople known;
    private final Record record;

    private final Map<IdentityNumber, Map<Relation, Held>> storedMonths = new HashMap<>();

    private final List<PersonRow> newPeople = new ArrayList<>();
    private final Map<Long, PersonRow> changedPeople = new HashMap<>();
    private final List<EnrolmentRow> newEnrolments = new ArrayList<>();
    private final Map<Long, EnrolmentRow> changedEnrolments = new HashMap<>();
    private final List<NewMonths> newMonths = new ArrayList<>();

    RecordComparison(PeopleContent content, KnownPeople known, Record record) {
        this.known = known;
        this.record = record;
        content.people().forEach(this::comparePerson);
        content.enrolments().forEach(this::compareEnrolment);
        content.months().forEach(this::compareMonths);
    }

    List<PersonRow> newPeople() {
        return newPeople;
    }

    /** Stored people of whom the files know a death or a retirement that is not on record, by id. */
    Map<Long, PersonRow> changedPeople() {
        return changedPeople;
    }

    List<EnrolmentRow> newEnrolments() {
        return newEnrolments;
    }

    /** Enrolments of which the files know an end or the days of benefits that are not on record, by id. */
    Map<Long, EnrolmentRow> changedEnrolments() {
        return changedEnrolments;
    }

    List<NewMonths> newMonths() {
        return newMonths;
    }

    private void comparePerson(PersonRow row) {
        if (!known.belongsHere(row.number())) {
            known.maskedProblem(row.row(), row.number(), "此人在可导入的统筹区没有参保关系；请在 enrolments.csv 中一并提供");
            return;
        }
        Person person = known.stored(row.number());
        if (person == null) {
            newPeople.add(row);
            return;
        }
        boolean same = same(row.row(), "name", row.name(), person.name())
                & same(row.row(), "sex", row.sex(), person.sex())
                & same(row.row(), "bornOn", row.bornOn(), person.bornOn());
        if (person.diedOn() != null && !person.diedOn().equals(row.diedOn())) {
            row.row().problem("diedOn", "与已登记的死亡日期不符");
        } else if (person.retiredInsured() && !row.retiredInsured()) {
            row.row().problem("retiredInsured", "已登记为退休，不能改回");
        } else if (person.retiredOn() != null
                && row.retiredOn() != null
                && !person.retiredOn().equals(row.retiredOn())) {
            row.row().problem("retiredOn", "与已登记的退休之日（" + person.retiredOn() + "）不符");
        } else if (same
                && (!Objects.equals(person.diedOn(), row.diedOn())
                        || person.retiredInsured() != row.retiredInsured()
                        || person.retiredOn() == null && row.retiredOn() != null)) {
            changedPeople.put(person.id(), row);
        }
    }

    private static boolean same(CsvRow row, String column, Object given, Object stored) {
        if (!given.equals(stored)) {
            row.problem(column, "与已登记的不符");
            return false;
        }
        return true;
    }

    private void compareEnrolment(EnrolmentRow row) {
        if (!known.known(row.row(), row.number())) {
            return;
        }
        PersonRow person = known.inFile(row.number());
        LocalDate bornOn =
                person != null ? person.bornOn() : known.stored(row.number()).bornOn();
        if (row.from().isBefore(bornOn)) {
            row.row().problem("from", "早于出生日期 " + bornOn);
            return;
        }
        boolean isNew = true;
        for (Enrolment other : known.enrolments(row.number())) {
            if (!other.pool().equals(row.pool()) || other.scheme() != row.scheme()) {
                continue;
            }
            if (other.from().equals(row.from())) {
                isNew = false;
                compareSameEnrolment(row, other);
            } else if (row.overlaps(other.from(), other.until())) {
                row.row().problem("from", "与已登记的参保期间重叠（自 " + other.from() + " 起）");
                isNew = false;
            }
        }
        if (isNew) {
            newEnrolments.add(row);
        }
    }

    private void compareSameEnrolment(EnrolmentRow row, Enrolment other) {
        if (other.identity() != row.identity()) {
            row.row().problem("identity", "与已登记的参保身份（" + other.identity() + "）不符");
        } else if (!other.open() && !Objects.equals(other.until(), row.until())) {
            row.row().problem("until", "与已登记的终止日（" + other.until() + "）不符");
        } else if (!saysNothingElse(row, "waitingFrom", row.waitingFrom(), other, other.waitingFrom())
                | !saysNothingElse(row, "benefitFrom", row.benefitFrom(), other, other.benefitFrom())) {
            return;
        } else if (other.open() && row.until() != null || other.benefitFrom() == null && row.benefitFrom() != null) {
            changedEnrolments.put(other.id(), row);
        }
    }

    /** Days of benefits that are not on record yet may be added, never changed. */
    private static boolean saysNothingElse(
            EnrolmentRow row, String column, LocalDate given, Enrolment other, LocalDate stored) {
        boolean agrees = given == null || other.benefitFrom() == null || given.equals(stored);
        if (!agrees) {
            row.row().problem(column, "与已登记的（" + (stored == null ? "无" : stored) + "）不符");
        }
        return agrees;
    }

    private void compareMonths(MonthsRow run) {
        if (!known.known(run.row(), run.number())) {
            return;
        }
        Relation relation = new Relation(run.pool(), run.scheme());
        if (!known.enrolledWith(run.row(), run.number(), relation)) {
            return;
        }
        Held held = storedMonths
                .computeIfAbsent(run.number(), number -> new HashMap<>())
                .computeIfAbsent(relation, stands -> held(run.number(), stands));
        List<YearMonth> added = new ArrayList<>();
        for (YearMonth month = run.from(); !month.isAfter(run.to()); month = month.plusMonths(1)) {
            ContributionMonth other = held.now().get(month);
            if (other == null && held.gone().containsKey(month)) {
                run.row().problem("from", month + " 已于 " + held.gone().get(month) + " 转出，不能再导入");
                return;
            } else if (other == null) {
                added.add(month);
            } else if (!sameMonth(run, other)) {
                run.row().problem("from", month + " 与已登记的月份不符（缴费类型、缴费地或基数不同）");
                return;
            }
        }
        if (!added.isEmpty()) {
            newMonths.add(new NewMonths(run, added));
        }
    }

    private Held held(IdentityNumber number, Relation relation) {
        Person person = known.stored(number);
        if (person == null) {
            return new Held(Map.of(), Map.of());
        }
        Map<YearMonth, ContributionMonth> now = new HashMap<>();
        record.months(person.id(), relation.pool()).stream()
                .filter(month -> month.scheme() == relation.scheme())
                .forEach(month -> now.put(month.month(), month));
        return new Held(now, record.transferredOut(person.id(), relation.pool(), relation.scheme()));
    }

    private static boolean sameMonth(MonthsRow run, ContributionMonth other) {
        return run.kind() == other.kind() && run.paidIn().equals(other.paidIn()) && sameBase(run.base(), other.base());
    }

    private static boolean sameBase(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }
}
