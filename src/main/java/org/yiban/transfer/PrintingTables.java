package org.yiban.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.casework.Cases;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.person.People;
import org.yiban.region.Regions;

/** Gives information tables that were sent or received to staff of the case's pool: for print, or as data. */
@Component
public class PrintingTables {

    static final String TITLE = "参保人员基本医疗保险信息表";

    private final Access access;
    private final Cases cases;
    private final TransferRecords records;
    private final InformationTables tables;
    private final People people;
    private final Regions regions;

    PrintingTables(
            Access access,
            Cases cases,
            TransferRecords records,
            InformationTables tables,
            People people,
            Regions regions) {
        this.access = access;
        this.cases = cases;
        this.records = records;
        this.tables = tables;
        this.people = people;
        this.regions = regions;
    }

    /**
     * The table for print.
     *
     * @param version {@code null} for the newest
     * @throws ProblemException NOT_FOUND if there is no such case in the pools of the caller, or no such version
     */
    @Transactional(readOnly = true)
    public PrintedDocument printed(CaseNumber number, Integer version) {
        Transfer transfer = require(number);
        InformationTable table = issued(number, version);
        return new PrintedDocument(
                TITLE,
                number.value(),
                table.version(),
                regions.fullName(table.statedBy()),
                regions.fullName(transfer.toPool()),
                null,
                people.require(transfer.personId()),
                table.preparedAt(),
                table.schemeStart(),
                List.of(),
                MonthPeriod.of(table.months()).stream()
                        .map(period -> PrintedDocument.Period.of(period, regions.fullName(period.paidIn())))
                        .toList(),
                table.paidMonths(),
                table.deemedMonths(),
                table.balance(),
                table.note(),
                table.digest(),
                TransferMessages.INFORMATION_TABLE);
    }

    /**
     * The document as it was sent or received, which names the person in full; that it was given stands in the audit trail.
     *
     * @param version {@code null} for the newest
     * @param reason why it is needed, never blank
     */
    @Transactional
    public JsonNode document(CaseNumber number, Integer version, String reason) {
        Transfer transfer = require(number);
        String why = FreeText.required("reason", reason);
        InformationTable table = issued(number, version);
        people.revealIdentityNumber(transfer.personId(), "取得信息表全文（" + number + "）：" + why);
        return tables.document(number, table.version());
    }

    private Transfer require(CaseNumber number) {
        CurrentUser user = access.current();
        cases.requireIn(user.casePools(), number);
        return records.require(number);
    }

    private InformationTable issued(CaseNumber number, Integer version) {
        List<InformationTable> issued = tables.issued(number);
        return issued.stream()
                .filter(table -> version == null || table.version() == version)
                .reduce((first, second) -> second)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND,
                        "version",
                        version == null ? null : version.toString(),
                        issued.isEmpty()
                                ? "还没有出具信息表"
                                : "没有第 " + version + " 次信息表，最近一次是第 "
                                        + issued.get(issued.size() - 1).version() + " 次"));
    }
}
