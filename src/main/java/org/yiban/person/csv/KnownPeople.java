package org.yiban.person.csv;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.yiban.person.Enrolment;
import org.yiban.person.IdentityNumber;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.person.csv.PeopleContent.PersonRow;
import org.yiban.region.RegionCode;

/** Whom the files speak of: who of them is on record, who in the files, and in which schemes of which pools. */
final class KnownPeople {

    /** What is on record of people, each in one go. */
    interface Record {
        Map<IdentityNumber, Person> people(Collection<IdentityNumber> numbers);

        Map<Long, List<Enrolment>> enrolments(Collection<Long> personIds);
    }

    /** A scheme of a pool. */
    record Relation(RegionCode pool, Scheme scheme) {}

    private final FileProblems problems;
    private final Predicate<RegionCode> allowed;
    private final Map<IdentityNumber, Person> stored;
    private final Map<Long, List<Enrolment>> storedEnrolments;
    private final Map<IdentityNumber, PersonRow> inFile = new HashMap<>();
    private final Map<IdentityNumber, Set<Relation>> relationsInFile = new HashMap<>();

    KnownPeople(PeopleContent content, Record record, Predicate<RegionCode> allowed) {
        this.problems = content.problems();
        this.allowed = allowed;
        this.stored = record.people(content.numbers());
        this.storedEnrolments =
                record.enrolments(stored.values().stream().map(Person::id).toList());
        content.people().forEach(person -> inFile.put(person.number(), person));
        content.enrolments().forEach(enrolment -> relationsInFile
                .computeIfAbsent(enrolment.number(), number -> new HashSet<>())
                .add(new Relation(enrolment.pool(), enrolment.scheme())));
    }

    /** The stored person; {@code null} for a new one. */
    Person stored(IdentityNumber number) {
        return stored.get(number);
    }

    /** What the files say of a person themselves; {@code null} if nothing. */
    PersonRow inFile(IdentityNumber number) {
        return inFile.get(number);
    }

    /** The enrolments on record. */
    List<Enrolment> enrolments(IdentityNumber number) {
        Person person = stored.get(number);
        return person == null ? List.of() : storedEnrolments.getOrDefault(person.id(), List.of());
    }

    /** Whether files or record know an enrolment in a pool that may be written. */
    boolean belongsHere(IdentityNumber number) {
        return relationsInFile.containsKey(number) || enrolledHere(number);
    }

    /** Notes somebody neither the files nor the record know; who is of other pools only is as good as unknown. */
    boolean known(CsvRow row, IdentityNumber number) {
        if (inFile.containsKey(number) || enrolledHere(number)) {
            return true;
        }
        maskedProblem(row, number, "people.csv 中没有此人，可导入的统筹区也没有其参保登记");
        return false;
    }

    /** Notes somebody who has never been enrolled with a scheme of a pool. */
    boolean enrolledWith(CsvRow row, IdentityNumber number, Relation relation) {
        boolean enrolled = relationsInFile.getOrDefault(number, Set.of()).contains(relation)
                || enrolments(number).stream()
                        .anyMatch(stands -> relation.equals(new Relation(stands.pool(), stands.scheme())));
        if (!enrolled) {
            row.problem("pool", "此人在该统筹区没有该险种的参保关系；请在 enrolments.csv 中一并提供");
        }
        return enrolled;
    }

    void maskedProblem(CsvRow row, IdentityNumber number, String message) {
        problems.add(row.field("identityNumber"), number.masked(), message);
    }

    private boolean enrolledHere(IdentityNumber number) {
        return enrolments(number).stream().anyMatch(enrolment -> allowed.test(enrolment.pool()));
    }
}
