package org.yiban.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yiban.access.Role;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.bulk.table.TableFormat;
import org.yiban.bulk.table.TableWriter;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** Writes the files that go out: templates, the faulty rows to send back, what became of each row. */
@Component
public class WritingFiles {

    private static final int AT_A_TIME = 1000;

    private final BulkAccess access;
    private final BulkRows rows;
    private final BulkKinds kinds;
    private final AuditTrail audit;

    WritingFiles(BulkAccess access, BulkRows rows, BulkKinds kinds, AuditTrail audit) {
        this.access = access;
        this.rows = rows;
        this.kinds = kinds;
        this.audit = audit;
    }

    /** An empty file of a kind; a workbook says on its second sheet what its columns take. */
    public Written template(String kind, TableFormat format) {
        BulkKind of = kinds.require(kind);
        return new Written("template-%s.%s".formatted(of.key().toLowerCase(Locale.ROOT), format.ending()), to -> {
            List<BulkColumn> columns = of.columns();
            try (TableWriter writer = TableWriter.begin(
                    format, to, columns.stream().map(BulkColumn::title).toList())) {
                List<List<String>> explained = new ArrayList<>();
                explained.add(List.of("列", "可以填写", "例", "必填"));
                columns.forEach(column -> explained.add(
                        List.of(column.title(), column.allowed(), column.example(), column.required() ? "必填" : "可不填")));
                writer.explanation(explained);
            }
        });
    }

    /**
     * The faulty rows with their row numbers and what is wrong with them, below the columns that the file had, in full:
     * to be corrected and sent again. Recorded.
     *
     * @throws ProblemException FORBIDDEN for other than registrars, CONFLICT if the contents were deleted
     */
    public Written errors(long id, TableFormat format) {
        BulkFile file = access.visible(id);
        if (!access.may(file, Role.INTAKE)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "只有本统筹区的登记员可以下载成批文件的内容");
        }
        if (file.emptiedAt() != null || file.header().isEmpty()) {
            throw ProblemException.of(ProblemKind.CONFLICT, "文件还没有检查完，或者内容已经删除");
        }
        audit.record(AuditAction.BULK_CONTENTS_SEEN, null, null, "下载第 %d 号成批文件（统筹区 %s）有误的行".formatted(id, file.pool()));
        FileForm form = FileForm.of(kinds.require(file.kind()), file.header());
        List<String> header = new ArrayList<>(form.header());
        header.add(FileForm.ROW_NUMBER);
        header.add(FileForm.WHAT_IS_WRONG);
        return new Written("errors-%d.%s".formatted(id, format.ending()), to -> {
            try (TableWriter writer = TableWriter.begin(format, to, header)) {
                int after = 0;
                List<KeptRow> some = rows.next(id, RowState.FAULTY, after, AT_A_TIME);
                while (!some.isEmpty()) {
                    for (KeptRow row : some) {
                        List<String> cells = new ArrayList<>(row.cells());
                        cells.add(Integer.toString(row.number()));
                        cells.add(form.told(row.problems()));
                        writer.row(cells);
                        after = row.number();
                    }
                    some = rows.next(id, RowState.FAULTY, after, AT_A_TIME);
                }
            }
        });
    }

    /** What became of each row: its number, case, decision and how the case stands; nothing of its contents. */
    public Written results(long id, TableFormat format) {
        access.visible(id);
        List<String> header = List.of("行号", "立案", "案号", "预审结论", "金额（元）", "案件状态", "办理结果", "说明");
        return new Written("results-%d.%s".formatted(id, format.ending()), to -> {
            try (TableWriter writer = TableWriter.begin(format, to, header)) {
                int after = 0;
                List<BulkRows.Outcome> some = rows.outcomes(id, after, AT_A_TIME);
                while (!some.isEmpty()) {
                    for (BulkRows.Outcome row : some) {
                        writer.row(result(row));
                        after = row.number();
                    }
                    some = rows.outcomes(id, after, AT_A_TIME);
                }
            }
        });
    }

    private static List<String> result(BulkRows.Outcome row) {
        return Arrays.asList(
                Integer.toString(row.number()),
                row.state().title(),
                row.caseNumber(),
                row.title(),
                row.amount() == null ? null : row.amount().toPlainString(),
                row.caseState() == null ? null : row.caseState().title(),
                row.caseOutcome(),
                row.failure());
    }

    /** Writes a file when it is asked to, so that it takes no more memory than some rows. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** A file that goes out. */
    public record Written(String name, Writing content) {}
}
