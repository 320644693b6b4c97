package org.yiban.person;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

/**
 * The insured people, their enrolments and their contribution months: <strong>the port to the core system</strong>.
 *
 * <p>Here our own tables stand behind it. A real agency connects its core system 核心业务系统 at this place: a bean of this
 * type that reads and writes there takes the place of ours, and nothing above notices. What such a bean must keep: the
 * changes are part of the caller's transaction or can be repeated without harm; a month is never held twice; an
 * identity number leaves in full only through {@link #revealIdentityNumber}.
 *
 * <p>It knows no walls: who may see which person is decided by the callers, with the person's enrolments.
 */
public interface People {

    /** The person of an identity number, in any pool. */
    Optional<Person> find(IdentityNumber number);

    /** The people of identity numbers by number, in one go; numbers that nobody has are absent. */
    Map<IdentityNumber, Person> find(Collection<IdentityNumber> numbers);

    /**
     * Puts a person on record who is insured elsewhere and is about to move here; somebody who is on record already stays
     * as they are.
     *
     * @param number a number that tells birth date and sex
     * @throws ProblemException INVALID_INPUT if the number tells neither, or is on record with another name
     */
    Person putOnRecord(IdentityNumber number, String name);

    /** @throws ProblemException NOT_FOUND if there is no such person */
    Person require(long personId);

    /** People by id, in one go; ids that nobody has are absent. */
    Map<Long, Person> people(Collection<Long> personIds);

    /** The people of exactly this name; there may be several, or none. */
    Set<Long> named(String name);

    /** The days of death of those of some people who have died on record, by id. */
    Map<Long, LocalDate> deaths(Collection<Long> personIds);

    /** The names of people, by id; ids that nobody has are absent. */
    Map<Long, String> names(Collection<Long> personIds);

    /** All enrolments of a person, ended ones included, by pool, scheme and first day. */
    List<Enrolment> enrolments(long personId);

    /** The same of several people by person, in one go; people without any are absent. */
    Map<Long, List<Enrolment>> enrolments(Collection<Long> personIds);

    /** The enrolment that has not ended; there is at most one a pool and scheme. */
    Optional<Enrolment> openEnrolment(long personId, RegionCode pool, Scheme scheme);

    /** The months a pool holds for a person now (those transferred out are left out), by scheme and month. */
    List<ContributionMonth> months(long personId, RegionCode pool);

    /**
     * Ends an enrolment; to end it again the same day changes nothing.
     *
     * @param until last day of the enrolment, not before its first
     * @param reason why, in Chinese, never blank
     * @throws ProblemException NOT_FOUND if there is none, CONFLICT if it ended on another day, INVALID_INPUT else
     */
    void endEnrolment(long enrolmentId, LocalDate until, String reason);

    /**
     * Takes back how an enrolment ended: the same one goes on, and what stood there is kept. Of an open one nothing changes.
     *
     * @param reason why, in Chinese, never blank
     * @throws ProblemException NOT_FOUND if there is none, CONFLICT if another one with this pool and scheme followed it,
     *     INVALID_INPUT without a reason
     */
    Enrolment takeBackEnding(long enrolmentId, String reason);

    /**
     * Opens an enrolment.
     *
     * @throws ProblemException CONFLICT if one is open with this pool and scheme or ends on or after {@code from},
     *     INVALID_INPUT if the capacity does not belong to the scheme, NOT_FOUND if there is no such person
     */
    Enrolment enrol(long personId, RegionCode pool, Scheme scheme, MemberIdentity identity, LocalDate from);

    /**
     * Writes down that a person is retired in the employee scheme (退休医保); to say so again changes nothing.
     *
     * @param on the day of the retirement
     * @throws ProblemException NOT_FOUND if there is no such person, CONFLICT if they retired on another day, INVALID_INPUT
     *     if they were not born by then
     */
    void retire(long personId, LocalDate on);

    /**
     * Writes down that the decision by which a person retired was taken back; nothing if they are not retired.
     *
     * @throws ProblemException NOT_FOUND if there is no such person
     */
    void takeBackRetirement(long personId);

    /**
     * Puts the wait and the benefits of an enrolment back as they stood before they were last decided; nothing if they never
     * were. Earlier decisions stay in the history.
     *
     * @throws ProblemException NOT_FOUND if there is no such enrolment
     */
    void takeBackBenefits(long enrolmentId);

    /**
     * Writes the first day of its benefits into an enrolment; what stood there before is kept. To say the same again changes
     * nothing. A wait that had not begun by then is none.
     *
     * @throws ProblemException NOT_FOUND if there is no such enrolment, INVALID_INPUT if it ended before
     */
    void startBenefits(long enrolmentId, LocalDate from);

    /**
     * Writes months of another pool's record into a pool's own; where they were paid is kept. A month that is held
     * already (same scheme) is not added twice, so the call can be repeated.
     *
     * @param months months of this person; who holds them and whether they have been transferred out does not matter
     * @return how many were added
     */
    int takeOverMonths(long personId, RegionCode toPool, List<ContributionMonth> months);

    /**
     * Marks months a pool holds in a scheme as transferred out; months that are not named stay.
     *
     * @return how many were marked; 0 when called again
     */
    int markTransferredOut(long personId, RegionCode pool, Scheme scheme, Set<YearMonth> months, LocalDate on);

    /**
     * The identity number in full; publishes {@link IdentityNumberRevealed} first, in the same transaction.
     *
     * @param reason why it is needed, never blank
     * @throws ProblemException INVALID_INPUT without a reason, NOT_FOUND if there is no such person
     */
    String revealIdentityNumber(long personId, String reason);
}
