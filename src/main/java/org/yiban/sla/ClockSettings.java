package org.yiban.sla;

import java.util.Map;
import java.util.Optional;

/** What an agency has set for the clocks of its cases. Kinds and pools as {@code case_clock} has them. */
public interface ClockSettings {

    /** Changes whenever a setting changes; the same on every node. */
    int version();

    /** With how many working days left a clock is at risk. */
    int atRiskDays(String kind, String pool);

    /** How many of a transfer's working days each side has; empty if nothing is set for so many. */
    Map<Leg, Integer> legs(int totalWorkingDays);

    /** The agency's own target for a kind of case that no document limits. */
    Optional<Integer> target(String kind, String pool);

    /** How far a deadline may be extended. */
    ExtensionLimits extension(String kind, String pool);

    /** When supervisors look again at a case that they looked after and that is still open. */
    FollowUp followUp(String pool);

    /** Within how many working days a step is to be done to which no clock of a case runs. */
    int workingDaysOf(TermedStep step, String pool);

    /**
     * When a case is looked at again.
     *
     * @param workingDays after how many, where the supervisor names no day
     * @param longest at most after how many
     */
    record FollowUp(int workingDays, int longest) {}

    /**
     * Limits of extensions.
     *
     * @param longest working days that one extension may have at most
     * @param most how many extensions a case may have
     * @param approvalFrom from how many working days on another person has to approve
     */
    record ExtensionLimits(int longest, int most, int approvalFrom) {}
}
