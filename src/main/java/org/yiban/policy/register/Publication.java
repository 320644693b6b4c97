package org.yiban.policy.register;

import java.time.LocalDate;
import java.util.List;

/**
 * A version of a file of tables that is to answer from a business date on.
 *
 * @param path the file, under {@code processes/policy}
 * @param digest SHA-256 of its content
 * @param baseDigest the version that it replaces
 * @param from first business date on which it answers
 * @param source id of the document because of which it changes
 * @param changes what differs from the version it replaces
 * @param remarks what the checks remarked without refusing
 * @param casesName name of the file of cases submitted with it; {@code null} if there was none
 * @param casesPassed how many cases held when it was asked for
 * @param events what happened, the request first
 */
public record Publication(
        long id,
        String path,
        String digest,
        String baseDigest,
        LocalDate from,
        String reason,
        String source,
        List<RuleChange> changes,
        List<String> remarks,
        String casesName,
        int casesPassed,
        List<PublicationEvent> events) {

    private static final int DIGITS = 12;

    public Publication {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
        events = List.copyOf(events);
    }

    /** Where it stands. */
    public PublicationState state() {
        return last().state();
    }

    /** Whether somebody has to decide: on the publication, or on its withdrawal. */
    public boolean open() {
        return state() == PublicationState.REQUESTED || withdrawalOpen();
    }

    /** Whether its withdrawal is asked for and not decided. */
    public boolean withdrawalOpen() {
        return last().kind() == PublicationEvent.Kind.WITHDRAWAL_REQUESTED;
    }

    /** Who asked for what is open or was decided last. */
    public String askedBy() {
        return events.stream()
                .filter(event -> event.kind() == PublicationEvent.Kind.REQUESTED
                        || event.kind() == PublicationEvent.Kind.WITHDRAWAL_REQUESTED)
                .reduce((first, second) -> second)
                .orElseThrow()
                .byUser();
    }

    /** Short version of its content. */
    public String version() {
        return digest.substring(0, DIGITS);
    }

    /** Short version of what it replaces. */
    public String baseVersion() {
        return baseDigest.substring(0, DIGITS);
    }

    private PublicationEvent last() {
        return events.get(events.size() - 1);
    }
}
