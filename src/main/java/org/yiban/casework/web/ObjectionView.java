package org.yiban.casework.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yiban.casework.Objection;

/**
 * An objection and what came of it.
 *
 * @param reopened whether the case was decided again; {@code null} while nobody has said so
 */
public record ObjectionView(
        LocalDate filedOn,
        String grounds,
        String outcomeBefore,
        Boolean reopened,
        String reason,
        String decidedByName,
        OffsetDateTime decidedAt) {

    /**
     * The objections of a case as people read them.
     *
     * @param nameOf the name of a user
     */
    public static List<ObjectionView> of(List<Objection> objections, UnaryOperator<String> nameOf) {
        return objections.stream()
                .map(objection -> new ObjectionView(
                        objection.filedOn(),
                        objection.grounds(),
                        objection.outcomeBefore(),
                        objection.reopened(),
                        objection.reason(),
                        objection.decidedBy() == null ? null : nameOf.apply(objection.decidedBy()),
                        objection.decidedAt()))
                .toList();
    }
}
