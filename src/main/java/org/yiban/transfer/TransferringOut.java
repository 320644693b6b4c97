package org.yiban.transfer;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.Regions;

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
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    TransferringOut(
            TransferRecords records,
            InformationTables tables,
            TransferMessages messages,
            Cases cases,
            TransferEnds ends,
            People people,
            Regions regions,
            BusinessTime time) {
        this.records = records;
        this.tables = tables;
        this.messages = messages;
        this.cases = cases;
        this.ends = ends;
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
        InformationTable table = tables.newest(number).orElseThrow();
        messages.say(
                transfer,
                TransferMessages.INFORMATION_TABLE,
                new TransferMessages.StatedMonths(table.months(), table.note()));
        cases.note(number, "tableSent", null, "信息表已发往" + regions.fullName(transfer.toPool()), null);
    }

    /** Ends this side with the refusal that was decided and tells the transfer-in side why. */
    public void refuse(CaseNumber number) {
        Transfer transfer = records.require(number);
        String reason = transfer.refusalReason();
        messages.say(transfer, TransferMessages.REFUSED_BY_ORIGIN, new TransferMessages.Ended(reason));
        ends.close(number, CaseState.REFUSED, reason);
    }

    /** The relation has arrived: ends the enrolment here and marks the months as moved. */
    public void complete(CaseNumber number) {
        Transfer transfer = records.require(number);
        LocalDate today = time.today();
        people.markTransferredOut(transfer.personId(), transfer.fromPool(), Scheme.EMPLOYEE, today);
        people.openEnrolment(transfer.personId(), transfer.fromPool(), Scheme.EMPLOYEE)
                .ifPresent(enrolment -> people.endEnrolment(enrolment.id(), today, END_REASON));
        ends.close(number, CaseState.COMPLETED, "关系已转入" + regions.fullName(transfer.toPool()));
    }

    /** Ends this side because the transfer-in side closed the transfer; nothing of the record changes. */
    public void closeUnfinished(CaseNumber number) {
        ends.close(number, CaseState.WITHDRAWN, "转入地已结束办理，关系留在本地");
    }
}
