package org.yiban.publication;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.yiban.policy.register.PublicationState;
import org.yiban.policy.register.RuleChange;

/**
 * A publication as the API and forms show it.
 *
 * @param version short version of the file
 * @param baseVersion short version of what it replaces
 * @param source id of the document because of which it changes
 * @param sourceName its number and title
 * @param stateLabel what people read of the state
 * @param withdrawal whether its withdrawal waits for a second analyst
 * @param own whether the reader asked for what is open
 * @param changes what differs, as data
 * @param rows what differs, a row a cell, for tables
 * @param remarks what the checks remarked
 * @param casesPassed how many cases held
 */
public record PublicationView(
        long id,
        String path,
        String version,
        String baseVersion,
        LocalDate from,
        String reason,
        String source,
        String sourceName,
        PublicationState state,
        String stateLabel,
        boolean withdrawal,
        boolean own,
        List<RuleChange> changes,
        List<Row> rows,
        List<String> remarks,
        String casesName,
        int casesPassed,
        List<Event> history) {

    /**
     * A cell that differs.
     *
     * @param rule end of the rule's id and beginning of its annotation; the table's id where its head differs
     * @param what what happened to the rule
     * @param column what people read of the column
     */
    public record Row(String rule, String what, String column, String before, String after) {}

    /**
     * What happened.
     *
     * @param by user id
     * @param byName name for people
     * @param text what, and why where a reason was given
     */
    public record Event(ZonedDateTime at, String by, String byName, String text) {}
}
