package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.UUID;
import org.yiban.kernel.CaseNumber;
import org.yiban.policy.known.KnownFacts;
import org.yiban.region.RegionCode;

/**
 * Two relations of a person as they are cleared up.
 *
 * @param pool whose case it is
 * @param foundIn what they were found by: a case number, a file, or {@code null} for staff
 * @param first the relation in this pool
 * @param second the other one
 * @param conversation what the two pools call their common matter
 * @param counterpart whether another pool decided and asks this one to end or suspend its relation
 * @param facts by which the tables decide; {@code null} until derived
 * @param wish what the person asked for in writing; {@code null} if nothing
 * @param ruling {@code null} until decided
 * @param settlement {@code null} until proposed
 * @param answer what the other pool answered; {@code null} until then
 * @param stopReason why it ended without anything done; {@code null} unless it did
 * @param applied whether the relation here was ended or suspended
 */
public record DuplicateCase(
        CaseNumber caseNumber,
        RegionCode pool,
        long personId,
        LocalDate foundOn,
        String foundIn,
        Relation first,
        Relation second,
        UUID conversation,
        boolean counterpart,
        KnownFacts facts,
        Wish wish,
        DuplicateRuling ruling,
        Settlement settlement,
        CounterpartAnswer answer,
        String stopReason,
        boolean applied) {

    /** One of the relations. */
    public Relation relation(Which which) {
        return which == Which.FIRST ? first : second;
    }

    /** The relation that does not stay. */
    Relation ending() {
        return relation(settlement.kept().other());
    }

    /** Whether the relation that does not stay is one of this pool. */
    boolean endsHere() {
        return ending().pool().equals(pool);
    }

    /** Whether two pools are concerned. */
    boolean crossPool() {
        return !first.pool().equals(second.pool());
    }

    /** Whether these two are the relations of this case, whichever comes first in it. */
    boolean clearsUp(Relation one, Relation other) {
        return first.same(one) && second.same(other) || first.same(other) && second.same(one);
    }

    DuplicateCase with(KnownFacts value) {
        return new DuplicateCase(
                caseNumber,
                pool,
                personId,
                foundOn,
                foundIn,
                first,
                second,
                conversation,
                counterpart,
                value,
                wish,
                ruling,
                settlement,
                answer,
                stopReason,
                applied);
    }

    DuplicateCase with(Wish value) {
        return new DuplicateCase(
                caseNumber,
                pool,
                personId,
                foundOn,
                foundIn,
                first,
                second,
                conversation,
                counterpart,
                facts,
                value,
                ruling,
                settlement,
                answer,
                stopReason,
                applied);
    }

    DuplicateCase with(DuplicateRuling value) {
        return new DuplicateCase(
                caseNumber,
                pool,
                personId,
                foundOn,
                foundIn,
                first,
                second,
                conversation,
                counterpart,
                facts,
                wish,
                value,
                settlement,
                answer,
                stopReason,
                applied);
    }

    DuplicateCase with(Settlement value) {
        return new DuplicateCase(
                caseNumber,
                pool,
                personId,
                foundOn,
                foundIn,
                first,
                second,
                conversation,
                counterpart,
                facts,
                wish,
                ruling,
                value,
                null,
                null,
                applied);
    }

    DuplicateCase with(CounterpartAnswer value) {
        return new DuplicateCase(
                caseNumber,
                pool,
                personId,
                foundOn,
                foundIn,
                first,
                second,
                conversation,
                counterpart,
                facts,
                wish,
                ruling,
                settlement,
                value,
                stopReason,
                applied);
    }

    /** The other pool is asked anew: an answer to what was asked before no longer counts. */
    DuplicateCase asked(UUID anew) {
        return new DuplicateCase(
                caseNumber,
                pool,
                personId,
                foundOn,
                foundIn,
                first,
                second,
                anew,
                counterpart,
                facts,
                wish,
                ruling,
                settlement,
                null,
                stopReason,
                applied);
    }

    DuplicateCase stopped(String reason) {
        return new DuplicateCase(
                caseNumber,
                pool,
                personId,
                foundOn,
                foundIn,
                first,
                second,
                conversation,
                counterpart,
                facts,
                wish,
                ruling,
                settlement,
                answer,
                reason,
                applied);
    }

    DuplicateCase applied(Relation nowFirst, Relation nowSecond, boolean value) {
        return new DuplicateCase(
                caseNumber,
                pool,
                personId,
                foundOn,
                foundIn,
                nowFirst,
                nowSecond,
                conversation,
                counterpart,
                facts,
                wish,
                ruling,
                settlement,
                answer,
                stopReason,
                value);
    }
}
