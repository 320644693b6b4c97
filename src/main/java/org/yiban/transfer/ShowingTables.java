package org.yiban.transfer;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.ContributionMonth;
import org.yiban.region.Regions;
import org.yiban.transfer.months.ShowingMonths;

/** The information table of a case as people read it, with all its versions and what was asked about them. */
@Component
class ShowingTables {

    private final InformationTables tables;
    private final TableQuestions questions;
    private final ShowingMonths showingMonths;
    private final Access access;
    private final Regions regions;

    ShowingTables(
            InformationTables tables,
            TableQuestions questions,
            ShowingMonths showingMonths,
            Access access,
            Regions regions) {
        this.tables = tables;
        this.questions = questions;
        this.showingMonths = showingMonths;
        this.access = access;
        this.regions = regions;
    }

    /** The newest table of a case; {@code null} if there is none yet. */
    TransferView.Table newest(CaseFile file, Transfer transfer) {
        return tables.newest(file.number())
                .map(table -> table(file, transfer, table))
                .orElse(null);
    }

    private TransferView.Table table(CaseFile file, Transfer transfer, InformationTable table) {
        boolean undecided = transfer.side() == Side.IN && file.state() == CaseState.OPEN;
        return new TransferView.Table(
                table.months().stream().map(this::month).toList(),
                undecided ? tables.alreadyHeld(transfer, table) : List.of(),
                transfer.side() == Side.IN
                        ? showingMonths.joined(transfer.personId(), transfer.toPool(), table.months())
                        : null,
                table.paidMonths(),
                table.deemedMonths(),
                table.firstMonth(),
                table.lastMonth(),
                table.schemeStart(),
                table.balance(),
                table.note(),
                regions.fullName(table.statedBy()),
                table.preparedAt(),
                table.version(),
                table.digest(),
                table.paper() == null ? null : table.paper().reference(),
                table.paper() == null ? null : access.nameOf(table.paper().recordedBy()),
                rounds(file.number()));
    }

    private List<TransferView.Round> rounds(CaseNumber number) {
        List<TableQuestions.Question> asked = questions.of(number);
        return tables.stated(number).stream()
                .map(table -> round(
                        table,
                        asked.stream().filter(question -> question.about(table)).findFirst()))
                .toList();
    }

    private static TransferView.Round round(InformationTable table, Optional<TableQuestions.Question> question) {
        return new TransferView.Round(
                table.version(),
                table.paper() == null ? null : table.paper().reference(),
                table.paidMonths(),
                table.deemedMonths(),
                table.balance(),
                table.note(),
                table.preparedAt(),
                table.digest(),
                question.map(TableQuestions.Question::questions).orElse(null),
                question.map(TableQuestions.Question::askedAt).orElse(null));
    }

    private TransferView.Month month(ContributionMonth month) {
        return new TransferView.Month(
                month.month(),
                month.kind().name(),
                month.paidIn().value(),
                regions.fullName(month.paidIn()),
                month.base());
    }
}
