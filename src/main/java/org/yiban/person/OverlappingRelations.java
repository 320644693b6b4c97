package org.yiban.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two relations of a person that stand at the same time (重复参保: JL2022-19 第24条, TL2022 四(一)).
 *
 * @param first the one that began first
 * @param second the other one
 */
public record OverlappingRelations(Enrolment first, Enrolment second) {

    /** The first day on which both stand. */
    public LocalDate since() {
        return second.from();
    }

    /**
     * Every pair of relations that stands on a day, by the days on which they began. A relation that is suspended on that
     * day does not stand twice with another; one whose benefits alone are suspended does. Nor does one whose last day it is,
     * as the day of a transfer is to the relation that was left: nothing of it is to be cleared up.
     */
    public static List<OverlappingRelations> on(
            LocalDate day, List<Enrolment> enrolments, List<Suspension> suspensions) {
        Set<Long> suspended = suspensions.stream()
                .filter(suspension -> suspension.kind() == SuspensionKind.RELATION && suspension.standsOn(day))
                .map(Suspension::enrolmentId)
                .collect(Collectors.toSet());
        List<Enrolment> standing = enrolments.stream()
                .filter(enrolment -> enrolment.standsOn(day) && !day.equals(enrolment.until()))
                .filter(enrolment -> !suspended.contains(enrolment.id()))
                .sorted((a, b) -> a.from().equals(b.from())
                        ? Long.compare(a.id(), b.id())
                        : a.from().compareTo(b.from()))
                .toList();
        List<OverlappingRelations> pairs = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            for (int j = i + 1; j < standing.size(); j++) {
                pairs.add(new OverlappingRelations(standing.get(i), standing.get(j)));
            }
        }
        return pairs;
    }
}
