package org.yiban.casework.web;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yiban.casework.CaseEvent;
import org.yiban.casework.CasePart;

/**
 * What happened to a case, and who did it.
 *
 * @param byUser user id, {@code null} for the system
 * @param byName name of that person, {@code null} for the system
 */
public record EventView(String step, CasePart part, String text, String byUser, String byName, OffsetDateTime at) {

    /**
     * The history of a case as people read it.
     *
     * @param nameOf the name of a user, asked once for each
     */
    public static List<EventView> of(List<CaseEvent> history, UnaryOperator<String> nameOf) {
        Map<String, String> names = new HashMap<>();
        return history.stream()
                .map(event -> new EventView(
                        event.step(),
                        event.part(),
                        event.text(),
                        event.byUser(),
                        event.byUser() == null ? null : names.computeIfAbsent(event.byUser(), nameOf),
                        event.at()))
                .toList();
    }
}
