package org.yiban.duplicate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yiban.casework.CaseNotice;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.Person;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.known.ShownFact;

/**
 * What staff see of relations that stand twice. Identity numbers are masked.
 *
 * @param foundIn the case or file by which they were found; {@code null} for staff
 * @param relations the one in this pool first
 * @param counterpart whether another pool decided and asks for what this case does
 * @param facts by which the tables decide, with where each comes from; empty until derived
 * @param openFacts names of facts on which the decision depends and that are not known
 * @param wishTitle which relation the person asked in writing to keep; {@code null} if none
 * @param decision the newest decision; {@code null} until decided
 * @param proposal what is proposed, or was done; {@code null} until then
 * @param answer what the other pool answered; {@code null} until then
 * @param suspensions of the relations on record
 * @param doublePayments what was paid for the same months in both
 * @param dueOn the agency's own target day
 * @param objectable whether the caller may write down an objection
 */
public record DuplicateView(
        String caseNumber,
        String kind,
        String kindTitle,
        String state,
        String stateTitle,
        String outcome,
        String pool,
        String poolName,
        Person person,
        LocalDate foundOn,
        String foundIn,
        List<ShownRelation> relations,
        boolean crossPool,
        boolean counterpart,
        List<ShownFact> facts,
        List<String> openFacts,
        String wishKeep,
        String wishTitle,
        LocalDate wishStatedOn,
        Decision decision,
        Proposal proposal,
        CounterpartAnswer answer,
        List<ShownSuspension> suspensions,
        List<Twice> doublePayments,
        List<ObjectionView> objections,
        LocalDate dueOn,
        Boolean provisional,
        Boolean overdue,
        List<EventView> history,
        List<CaseNotice> notices,
        boolean objectable) {

    /**
     * One of the two relations.
     *
     * @param which FIRST or SECOND
     * @param role what it is in this case, in Chinese
     * @param until its last day as the record has it now; {@code null} while it is open or not on record
     */
    public record ShownRelation(
            String which,
            String role,
            String title,
            String pool,
            String poolName,
            String scheme,
            String identity,
            LocalDate from,
            LocalDate until,
            boolean onRecord) {}

    /** A decision of the tables, or of a senior where they are silent. */
    public record Decision(
            LocalDate businessDate,
            Map<String, Object> results,
            List<String> sentences,
            List<ProvisionReference> basis,
            List<CitedProvision> citations,
            String tableVersion) {}

    /** What stays and what becomes of the other one. */
    public record Proposal(
            String kept,
            String keptTitle,
            String endedTitle,
            String ending,
            String endingTitle,
            LocalDate on,
            String reason) {}

    /** A relation, or its benefits, that stood still. */
    public record ShownSuspension(String title, LocalDate from, LocalDate until, String reason, String endReason) {}

    /** Two payments for the same months. */
    public record Twice(
            String firstReference,
            BigDecimal firstAmount,
            String secondReference,
            BigDecimal secondAmount,
            YearMonth from,
            YearMonth to) {}
}
