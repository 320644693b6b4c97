package org.yiban.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.ContributionMonth;
import org.yiban.person.People;
import org.yiban.region.Regions;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;

/** The steps of the transfer-out side that need no person (转出地). Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TransferringOut {

    private static final String END_REASON = "转移到其他统筹区";

    private final TransferRecords records;
    private final InformationTables tables;
    private final TransferMessages messages;
    private final Cases cases;
    private final TransferEnds ends;
    private final Clocks clocks;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    TransferringOut(
            TransferRecords records,
            InformationTables tables,
            TransferMessages messages,
            Cases cases,
            TransferEnds ends,
            Clocks clocks,
            People people,
            Regions regions,
            BusinessTime time) {
        this.records = records;
        this.tables = tables;
        this.messages = messages;
        this.cases = cases;
        this.ends = ends;
        this.clocks = clocks;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /** Compiles the information table from the months on record, for the clerk to check. */
    public void compileInformationTable(CaseNumber number) {
        InformationTable table = tables.compile(records.require(number), null);
        tables.keep(number, table);
        cases.note(
                number,
                "tableCompiled",
                null,
                "按登记生成信息表：实际缴费 " + table.paidMonths() + " 个月，视同缴费 " + table.deemedMonths() + " 个月",
                null);
    }

    /** Sends the information table that the clerk has confirmed. */
    public void sendInformationTable(CaseNumber number) {
        Transfer transfer = records.require(number);
        int version = issued(number).version();
        messages.say(transfer, TransferMessages.INFORMATION_TABLE, version, tables.document(number, version));
        clocks.beginLeg(number, Leg.TRANSFER_IN, time.today());
        cases.note(
                number,
                "tableSent",
                null,
                (version == 1 ? "信息表" : "第 " + version + " 次信息表") + "已发往" + regions.fullName(transfer.toPool()),
                null);
    }

    /** Ends this side with the refusal that was decided and tells the transfer-in side why. */
    public void refuse(CaseNumber number) {
        Transfer transfer = records.require(number);
        String reason = transfer.refusalReason();
        messages.say(transfer, TransferMessages.REFUSED_BY_ORIGIN, TransferMessages.Ended.refused(transfer));
        ends.close(number, CaseState.REFUSED, reason);
    }

    /**
     * The relation has arrived: ends the enrolment here and marks the months that were stated as moved. Months that came
     * on record after the table was confirmed stay here; the history names them for whoever follows them up.
     */
    public void complete(CaseNumber number) {
        Transfer transfer = records.require(number);
        LocalDate arrived = transfer.completedOn();
        Set<YearMonth> stated =
                issued(number).months().stream().map(ContributionMonth::month).collect(Collectors.toSet());
        people.markTransferredOut(transfer.personId(), transfer.fromPool(), transfer.fromScheme(), stated, arrived);
        people.openEnrolment(transfer.personId(), transfer.fromPool(), transfer.fromScheme())
                .filter(enrolment -> !enrolment.from().isAfter(arrived))
                .ifPresent(enrolment -> people.endEnrolment(enrolment.id(), arrived, END_REASON));
        int left = tables.compile(transfer, null).months().size();
        if (left > 0) {
            cases.note(number, "monthsLeft", null, "信息表确认后又登记的 " + left + " 个月没有随表转出，仍留在本地，需另行处理", null);
        }
        ends.close(number, CaseState.COMPLETED, "关系已转入" + regions.fullName(transfer.toPool()));
    }

    private InformationTable issued(CaseNumber number) {
        List<InformationTable> issued = tables.issued(number);
        return issued.get(issued.size() - 1);
    }

    /** Ends this side because the transfer-in side closed the transfer; nothing of the record changes. */
    public void closeUnfinished(CaseNumber number) {
        String refused = records.require(number).refusalReason();
        if (refused == null) {
            ends.close(number, CaseState.WITHDRAWN, "申请人已撤回，关系留在本地");
        } else {
            ends.close(number, CaseState.REFUSED, "转入地没有转入：" + refused);
        }
    }
}
