package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yiban.casework.CaseNotice;
import org.yiban.casework.web.EventView;
import org.yiban.casework.web.ObjectionView;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.Person;
import org.yiban.policy.CitedProvision;
import org.yiban.transfer.months.MonthsTable;

/**
 * What staff see of one side of a transfer. Identity numbers are masked; names of regions are in full.
 *
 * @param kind TRANSFER_IN or TRANSFER_OUT
 * @param dueOn {@code null} until the deadline is decided
 * @param provisional the due day lies in a year whose notice is not known yet
 * @param decision how the deadline came about, {@code null} until decided
 * @param informationTable {@code null} until it is there
 * @param fromScheme scheme of the relation that moves
 * @param applicant who applied, {@code null} on the transfer-out side
 * @param corrects number of the completed transfer that this one corrects, {@code null} if it corrects none
 * @param correctedBy numbers of the cases that correct this one
 * @param refusalBasis what the provisions of a refusal say
 * @param diedOn day of death by which it ended, {@code null} if it did not
 * @param materials what it needs, and what was seen of it; empty on the transfer-out side
 * @param attachments files that show materials; empty on the transfer-out side
 * @param otherSide what supervisors recorded of the other agency, the first first; empty on the transfer-in side
 * @param attachable whether the caller may attach files
 * @param takenBack months that this case gives back, which the corrected one moved wrongly; {@code null} for none
 * @param paperTakable whether the caller may type in an information table that came on paper
 * @param withdrawable whether the caller may write down that the applicant withdraws
 * @param deathReportable whether the caller may end it because the person died
 * @param reopenable whether the caller may open it again
 * @param objectionable whether the caller may write down an objection
 */
public record TransferView(
        String caseNumber,
        String kind,
        String kindTitle,
        String state,
        String stateTitle,
        String outcome,
        String pool,
        String poolName,
        Person person,
        String identity,
        String fromRegion,
        String fromRegionName,
        String toRegion,
        String toRegionName,
        LocalDate appliedOn,
        LocalDate acceptedOn,
        LocalDate dueOn,
        Boolean provisional,
        Boolean overdue,
        String contactPhone,
        Decision decision,
        Table informationTable,
        List<EventView> history,
        List<CaseNotice> notices,
        String fromScheme,
        Applicant applicant,
        String corrects,
        List<String> correctedBy,
        List<CitedProvision> refusalBasis,
        LocalDate diedOn,
        List<SeenMaterial> materials,
        List<ShownAttachment> attachments,
        List<ObjectionView> objections,
        MonthsTakenBack takenBack,
        List<OtherSide> otherSide,
        boolean attachable,
        boolean paperTakable,
        boolean withdrawable,
        boolean deathReportable,
        boolean reopenable,
        boolean objectionable) {

    /** Who applied; of an agent the masked identity number. */
    public record Applicant(
            String role,
            String roleTitle,
            String agentName,
            String agentIdentityNumber,
            String employerName,
            String registeredAt) {}

    /** A document that the application needs or may bring. */
    public record SeenMaterial(String code, String title, boolean required, boolean seen, int largestMegabytes) {}

    /** A file that shows a material; its content is opened by itself. */
    public record ShownAttachment(
            long id,
            String materialTitle,
            String fileName,
            int kilobytes,
            String addedByName,
            OffsetDateTime addedAt) {}

    /**
     * What the corrected transfer moved wrongly.
     *
     * @param months as people list them; empty for none
     * @param balance of the personal account, yuan; {@code null} for none
     * @param doneOn when they left the record; {@code null} until the case is completed
     */
    public record MonthsTakenBack(
            String months, int count, BigDecimal balance, String reason, String byName, LocalDate doneOn) {}

    /**
     * What the other agency is said to have done.
     *
     * @param completedOn {@code null} if it ended the transfer without it
     * @param open whether a second person still has to confirm it
     * @param state in Chinese, what came of it
     * @param decidedByName who confirmed it or gave it back; {@code null} if nobody did
     */
    public record OtherSide(
            String text,
            LocalDate completedOn,
            String reason,
            String recordedByName,
            OffsetDateTime recordedAt,
            boolean open,
            String state,
            String decidedByName,
            String answer) {}

    /**
     * The last decision of the tables: the classification first, then the deadline.
     *
     * @param results outcome, transferKind, workingDays …, as the contract names them
     * @param instrument the document that answered, {@code null} if none did
     * @param citations what the provisions of the basis say
     * @param silence for REFER what the documents do not say; else empty
     */
    public record Decision(
            LocalDate businessDate,
            Map<String, Object> results,
            String instrument,
            List<ProvisionReference> basis,
            List<CitedProvision> citations,
            String ruleText,
            String tableVersion,
            List<String> silence) {}

    /**
     * The information table as people read it.
     *
     * @param version which answer of the transfer-out side it is; 0 for a draft
     * @param digest {@code null} for a draft, and for one on paper
     * @param paperReference number of the paper that it came on; {@code null} if it did not
     * @param recordedByName who typed it in; {@code null} unless it came on paper
     * @param balance of the personal account, yuan; {@code null} if there is none
     * @param schemeStart {@code null} if nobody has stated one
     * @param rounds all versions, the first first
     * @param overlap months that the transfer-in pool's own record holds already, shown there until the case is closed;
     *     they will count once
     * @param joined the months of both sides, each once with where it stands; {@code null} for the transfer-out side
     */
    public record Table(
            List<Month> months,
            List<YearMonth> overlap,
            MonthsTable joined,
            int paidMonths,
            int deemedMonths,
            YearMonth firstMonth,
            YearMonth lastMonth,
            YearMonth schemeStart,
            BigDecimal balance,
            String note,
            String statedBy,
            OffsetDateTime preparedAt,
            int version,
            String digest,
            String paperReference,
            String recordedByName,
            List<Round> rounds) {}

    /**
     * A version of the information table that was sent or received, and what was asked about it.
     *
     * @param version 0 for one on paper
     * @param paperReference number of the paper; {@code null} if it came as a message
     * @param note the transfer-out side's remark, or its answer to what was asked before; {@code null} if there is none
     * @param questions what the transfer-in side asked about it; {@code null} if it asked nothing
     * @param askedAt {@code null} if it asked nothing
     */
    public record Round(
            int version,
            String paperReference,
            int paidMonths,
            int deemedMonths,
            BigDecimal balance,
            String note,
            OffsetDateTime preparedAt,
            String digest,
            String questions,
            OffsetDateTime askedAt) {}

    /**
     * One month of it.
     *
     * @param base contribution base in yuan, {@code null} if unknown
     */
    public record Month(YearMonth month, String kind, String paidIn, String paidInName, BigDecimal base) {}
}
