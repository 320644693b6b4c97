package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.person.Enrolment;
import org.yiban.person.OverlappingRelations;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.person.Suspension;
import org.yiban.person.Suspensions;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Finds the two relations of a person that stand at the same time (JL2022-19 第24条, TL2022 四(一)). Writes nothing. */
@Component
class FindingRelations {

    private final People people;
    private final Suspensions suspensions;
    private final Regions regions;

    FindingRelations(People people, Suspensions suspensions, Regions regions) {
        this.people = people;
        this.suspensions = suspensions;
        this.regions = regions;
    }

    /** What is on record of people, in one go. */
    Map<Long, Standing> standing(Collection<Long> personIds) {
        Map<Long, List<Enrolment>> enrolments = people.enrolments(personIds);
        Map<Long, List<Suspension>> suspended = suspensions.ofAll(personIds);
        Map<Long, Standing> standing = new HashMap<>();
        personIds.forEach(id -> standing.put(
                id, new Standing(enrolments.getOrDefault(id, List.of()), suspended.getOrDefault(id, List.of()))));
        return standing;
    }

    /** Every pair on record that stands on a day with one relation in the pool, that one first. */
    List<Pair> onRecord(long personId, RegionCode pool, LocalDate day) {
        return onRecord(standing(List.of(personId)).get(personId), pool, day);
    }

    private static List<Pair> onRecord(Standing standing, RegionCode pool, LocalDate day) {
        List<Pair> pairs = new ArrayList<>();
        OverlappingRelations.on(day, standing.enrolments(), standing.suspensions()).stream()
                .map(both -> Pair.of(both, pool))
                .forEach(pair -> pair.ifPresent(pairs::add));
        return pairs;
    }

    /**
     * The pair that somebody states: on record, or with the other relation where no record of ours holds it.
     *
     * @throws ProblemException INVALID_INPUT naming what is missing or does not fit
     */
    Pair stated(Standing standing, RegionCode pool, LocalDate day, Scheme scheme, Stated other) {
        List<Pair> fitting = onRecord(standing, pool, day).stream()
                .flatMap(pair -> pair.eachWay().stream())
                .filter(pair -> scheme == null || pair.first().scheme() == scheme)
                .filter(pair -> other.pool() == null || pair.second().pool().equals(other.pool()))
                .filter(pair -> other.scheme() == null || pair.second().scheme() == other.scheme())
                .toList();
        List<Pair> distinct = fitting.stream()
                .filter(pair -> fitting.stream().noneMatch(before -> before.before(pair)))
                .toList();
        if (distinct.size() == 1) {
            return distinct.get(0);
        }
        if (distinct.size() > 1) {
            throw ProblemException.invalid(
                    "otherPool", null, "此人在 " + day + " 有 " + distinct.size() + " 对同时正常参保的关系，请填写本地险种、另一关系的统筹区和险种以区分");
        }
        return new Pair(here(standing.enrolments(), pool, day, scheme), elsewhere(pool, day, other));
    }

    private Relation here(List<Enrolment> enrolments, RegionCode pool, LocalDate day, Scheme scheme) {
        List<Enrolment> standing = enrolments.stream()
                .filter(enrolment -> enrolment.pool().equals(pool) && enrolment.standsOn(day))
                .filter(enrolment -> scheme == null || enrolment.scheme() == scheme)
                .toList();
        if (standing.size() == 1) {
            return Relation.of(standing.get(0));
        }
        throw ProblemException.invalid(
                "scheme",
                scheme == null ? null : scheme.name(),
                standing.isEmpty()
                        ? "此人在 " + day + " 没有" + regions.fullName(pool) + "的正常参保关系，请核对发现日期和险种"
                        : "此人在" + regions.fullName(pool) + "有两种险种的参保关系，请填写是哪一种");
    }

    private Relation elsewhere(RegionCode pool, LocalDate day, Stated other) {
        if (other.pool() == null || other.scheme() == null || other.from() == null) {
            throw ProblemException.invalid(
                    "otherPool", null, "登记中没有在 " + day + " 同时正常参保的另一关系；另一关系不在本系统登记的，请填写它的统筹区、险种和参保起始日");
        }
        if (other.pool().equals(pool)) {
            throw ProblemException.invalid("otherPool", other.pool().value(), "本统筹区的登记中没有这个关系，请核对");
        }
        if (other.from().isAfter(day)) {
            throw ProblemException.invalid("otherFrom", other.from().toString(), "不能晚于发现日期（" + day + "）");
        }
        return new Relation(other.pool(), other.scheme(), null, other.from(), null);
    }

    /** What is on record of a person. */
    record Standing(List<Enrolment> enrolments, List<Suspension> suspensions) {}

    /**
     * The other relation as somebody states it.
     *
     * @param from {@code null} if left out, as the others may be
     */
    record Stated(RegionCode pool, Scheme scheme, LocalDate from) {}

    /** Two relations, the first one in the pool whose case it is. */
    record Pair(Relation first, Relation second) {

        static Optional<Pair> of(OverlappingRelations both, RegionCode pool) {
            Relation first = Relation.of(both.first());
            Relation second = Relation.of(both.second());
            if (first.pool().equals(pool)) {
                return Optional.of(new Pair(first, second));
            }
            return second.pool().equals(pool) ? Optional.of(new Pair(second, first)) : Optional.empty();
        }

        /** The same pair, and the other way round where both are in one pool. */
        List<Pair> eachWay() {
            return first.pool().equals(second.pool()) ? List.of(this, new Pair(second, first)) : List.of(this);
        }

        /** Whether the other one is this one the other way round, and this one comes first. */
        boolean before(Pair other) {
            return other.first.equals(second)
                    && other.second.equals(first)
                    && first.enrolmentId() < second.enrolmentId();
        }
    }
}
