package org.yiban.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.Regions;

/** Shows files to the staff of their pools. */
@Component
public class ViewingFiles {

    private static final int SHOWN_ROWS = 100;
    private static final Role[] SEE_CONTENTS = {Role.INTAKE, Role.REVIEW, Role.APPROVE, Role.SUPERVISE};

    private final BulkAccess access;
    private final BulkFiles files;
    private final BulkRows rows;
    private final BulkKinds kinds;
    private final Regions regions;
    private final AuditTrail audit;

    ViewingFiles(
            BulkAccess access, BulkFiles files, BulkRows rows, BulkKinds kinds, Regions regions, AuditTrail audit) {
        this.access = access;
        this.files = files;
        this.rows = rows;
        this.kinds = kinds;
        this.regions = regions;
        this.audit = audit;
    }

    /** The kinds there are, and the pools for which the person may send files in. */
    public Offer offer() {
        return new Offer(
                kinds.all().stream().map(KindView::of).toList(),
                access.current().pools(Role.INTAKE).stream()
                        .map(pool -> new Offer.Pool(pool.value(), regions.fullName(pool)))
                        .sorted(Comparator.comparing(Offer.Pool::code))
                        .toList());
    }

    /** What a person may send in. */
    public record Offer(List<KindView> kinds, List<Pool> pools) {

        /** A pool. */
        public record Pool(String code, String name) {}
    }

    /** Files of the person's pools, the newest first, before one of them. */
    public List<BulkFileView.Line> latest(Long before, int limit) {
        return files.latest(access.pools(), before, limit).stream()
                .map(this::line)
                .toList();
    }

    /** @throws ProblemException NOT_FOUND */
    public BulkFileView of(long id) {
        BulkFile file = access.visible(id);
        Map<RowState, Integer> counts = rows.counts(id);
        List<BulkRows.Total> totals = rows.totals(id);
        String user = access.current().id();
        return new BulkFileView(
                file.id(),
                file.kind(),
                kinds.title(file.kind()),
                file.pool().value(),
                regions.fullName(file.pool()),
                file.name(),
                file.format().name(),
                file.digest(),
                file.bytes(),
                file.state(),
                file.state().title(),
                file.note(),
                file.state().isAtWork(),
                access.nameOf(file.uploadedBy()),
                file.uploadedAt(),
                access.nameOf(file.submittedBy()),
                file.submittedAt(),
                access.nameOf(file.decidedBy()),
                file.decidedAt(),
                file.endedAt(),
                file.emptiedAt(),
                file.rowCount(),
                counts.getOrDefault(RowState.READ, 0),
                counts.getOrDefault(RowState.FAULTY, 0),
                counts.getOrDefault(RowState.READY, 0),
                counts.getOrDefault(RowState.OPENED, 0),
                counts.getOrDefault(RowState.FAILED, 0),
                totals.stream()
                        .map(total ->
                                new BulkFileView.Total(total.outcome(), total.title(), total.rows(), total.amount()))
                        .toList(),
                totals.stream()
                        .map(BulkRows.Total::amount)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                file.seed() == null ? 0 : rows.sample(id).size(),
                file.seed() == null ? null : Long.toString(file.seed()),
                user.equals(file.uploadedBy()) || user.equals(file.submittedBy()),
                may(file),
                files.history(id).stream()
                        .map(event -> new BulkFileView.Event(event.at(), access.nameOf(event.by()), event.text()))
                        .toList());
    }

    /** The first rows that are faulty. */
    public BulkFileView.Rows faulty(long id) {
        return some(id, RowState.FAULTY);
    }

    /** The first rows whose case could not be opened. */
    public BulkFileView.Rows failed(long id) {
        return some(id, RowState.FAILED);
    }

    /** The rows of the sample. */
    public BulkFileView.Rows sample(long id) {
        BulkFile file = contents(id);
        return view(file, rows.sample(id), false);
    }

    /**
     * The cells of a row in full.
     *
     * @param reason why they are needed; recorded
     * @throws ProblemException NOT_FOUND if there is no such row or its contents were deleted
     */
    @Transactional
    public List<String> reveal(long id, int number, String reason) {
        BulkFile file = contents(id);
        String why = FreeText.required("reason", reason);
        KeptRow row = rows.find(id, number)
                .filter(found -> !found.cells().isEmpty())
                .orElseThrow(() ->
                        ProblemException.of(ProblemKind.NOT_FOUND, "row", Integer.toString(number), "没有这一行，或者内容已删除"));
        audit.record(
                AuditAction.BULK_CONTENTS_SEEN,
                null,
                row.caseNumber(),
                "第 %d 号成批文件（统筹区 %s）第 %d 行的完整内容：%s".formatted(id, file.pool(), number, why));
        return row.cells();
    }

    /** A file whose contents the person may see. */
    BulkFile contents(long id) {
        BulkFile file = access.visible(id);
        if (!access.may(file, SEE_CONTENTS)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "您的岗位不查看成批文件的内容");
        }
        return file;
    }

    private BulkFileView.Rows some(long id, RowState state) {
        BulkFile file = contents(id);
        List<KeptRow> found = rows.next(id, state, 0, SHOWN_ROWS + 1);
        boolean more = found.size() > SHOWN_ROWS;
        return view(file, more ? found.subList(0, SHOWN_ROWS) : found, more);
    }

    private BulkFileView.Rows view(BulkFile file, List<KeptRow> found, boolean more) {
        if (file.header().isEmpty()) {
            return new BulkFileView.Rows(List.of(), List.of(), false);
        }
        FileForm form = FileForm.of(kinds.require(file.kind()), file.header());
        return new BulkFileView.Rows(
                form.columns().stream().map(BulkColumn::title).toList(),
                found.stream().map(row -> view(form, row)).toList(),
                more);
    }

    private static BulkFileView.Row view(FileForm form, KeptRow row) {
        List<String> cells = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            BulkColumn column = form.columns().get(i);
            String cell = Masked.cell(column.type(), row.cells().get(i));
            cells.add(cell);
            if (!cell.isEmpty()) {
                told.add(column.title() + "：" + cell);
            }
        }
        RowPreview preview = row.preview();
        return new BulkFileView.Row(
                row.number(),
                row.state().title(),
                cells,
                String.join("；", told),
                preview == null ? null : preview.title(),
                preview == null ? null : preview.amount(),
                preview == null ? null : preview.basis(),
                row.sampled() == null ? null : row.sampled().equals("LARGEST") ? "金额大" : "随机",
                row.caseNumber(),
                row.state() == RowState.FAULTY ? form.told(row.problems()) : row.failure());
    }

    private BulkFileView.May may(BulkFile file) {
        boolean registers = access.may(file, Role.INTAKE);
        boolean steers = access.may(file, Role.INTAKE, Role.SUPERVISE);
        BulkFileState state = file.state();
        boolean pausing = state == BulkFileState.STOPPED || state == BulkFileState.INCOMPLETE;
        return new BulkFileView.May(
                registers && state == BulkFileState.CHECKED,
                registers
                        && (state == BulkFileState.RECEIVED
                                || state == BulkFileState.CHECKED
                                || state == BulkFileState.REVIEW),
                steers && state == BulkFileState.RUNNING,
                steers && state == BulkFileState.STOPPED,
                steers && pausing && rows.any(file.id(), RowState.FAILED),
                steers && pausing,
                access.may(file, SEE_CONTENTS));
    }

    private BulkFileView.Line line(BulkFile file) {
        boolean counted = file.rowCount() > 0;
        Map<RowState, Integer> counts = counted ? rows.counts(file.id()) : Map.of();
        return new BulkFileView.Line(
                file.id(),
                kinds.title(file.kind()),
                regions.fullName(file.pool()),
                file.name(),
                file.state(),
                file.state().title(),
                file.state().isAtWork(),
                file.rowCount(),
                counts.getOrDefault(RowState.FAULTY, 0),
                counts.getOrDefault(RowState.OPENED, 0),
                access.nameOf(file.uploadedBy()),
                file.uploadedAt());
    }
}
