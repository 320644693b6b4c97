package org.yiban.bulk;

import java.security.SecureRandom;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.bulk.BulkSettings.SampleSize;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;

/** What registrars do with a file that was checked, and reviewers with one that was submitted: never the same person. */
@Component
public class SubmittingFiles {

    private final BulkAccess access;
    private final BulkFiles files;
    private final BulkRows rows;
    private final BulkKinds kinds;
    private final BulkSettings settings;
    private final BulkProcess process;
    private final AuditTrail audit;
    private final SecureRandom seeds = new SecureRandom();

    SubmittingFiles(
            BulkAccess access,
            BulkFiles files,
            BulkRows rows,
            BulkKinds kinds,
            BulkSettings settings,
            BulkProcess process,
            AuditTrail audit) {
        this.access = access;
        this.files = files;
        this.rows = rows;
        this.kinds = kinds;
        this.settings = settings;
        this.process = process;
        this.audit = audit;
    }

    /**
     * Submits a file to review and draws the sample.
     *
     * @param leaveOutFaulty whether faulty rows are left out; if not, a file that has any is refused
     * @throws ProblemException CONFLICT if the file is not there yet or any more, or has rows that keep it from it
     */
    @Transactional
    public void submit(long id, boolean leaveOutFaulty) {
        BulkFile file = access.locked(id, Role.INTAKE);
        BulkAccess.requireState(file, BulkFileState.CHECKED);
        Map<RowState, Integer> counts = rows.counts(id);
        int ready = counts.getOrDefault(RowState.READY, 0);
        int faulty = counts.getOrDefault(RowState.FAULTY, 0);
        if (ready == 0) {
            throw ProblemException.of(ProblemKind.CONFLICT, "文件里没有一行可以受理，请改正后重新上传");
        }
        if (faulty > 0 && !leaveOutFaulty) {
            throw ProblemException.of(ProblemKind.CONFLICT, "有 %d 行有误：请改正后重新上传，或者剔除有误的行再提交".formatted(faulty));
        }
        String user = access.current().id();
        SampleSize size = settings.sample(file.kind(), file.pool(), ready);
        long seed = seeds.nextLong();
        rows.drawSample(id, size.largest(), size.random(), seed);
        files.submitted(id, user, seed);
        files.become(id, BulkFileState.REVIEW, null);
        files.note(id, user, "提交复核：%d 行%s".formatted(ready, faulty == 0 ? "" : "，剔除有误的 " + faulty + " 行"));
        process.start(
                id,
                file.pool(),
                "%s 第 %d 号，%d 行".formatted(kinds.require(file.kind()).title(), id, ready));
    }

    /** The file that an open task is about. */
    public long fileOf(String taskId) {
        return access.visible(process.fileOf(taskId)).id();
    }

    /**
     * Releases a file, or sends it back.
     *
     * @param reason required where it is sent back
     * @throws ProblemException FORBIDDEN for whoever sent the file in or submitted it
     */
    @Transactional
    public void review(String taskId, boolean released, String reason) {
        BulkFile file = access.locked(process.fileOf(taskId), Role.APPROVE);
        CurrentUser user = access.current();
        if (user.id().equals(file.uploadedBy()) || user.id().equals(file.submittedBy())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "这个文件由您上传或提交，须由另一位审批员复核");
        }
        BulkAccess.requireState(file, BulkFileState.REVIEW);
        String why = released ? FreeText.optional("reason", reason) : FreeText.required("reason", reason);
        files.decided(file.id(), user.id());
        files.become(file.id(), released ? BulkFileState.RUNNING : BulkFileState.RETURNED, released ? null : why);
        record(file, user.id(), (released ? "复核放行" : "退回") + (why == null ? "" : "：" + why));
        process.decide(taskId, released);
    }

    /** Takes a file back before it is released. */
    @Transactional
    public void withdraw(long id, String reason) {
        BulkFile file = access.locked(id, Role.INTAKE);
        BulkAccess.requireState(file, BulkFileState.RECEIVED, BulkFileState.CHECKED, BulkFileState.REVIEW);
        String why = FreeText.required("reason", reason);
        files.become(id, BulkFileState.WITHDRAWN, why);
        record(file, access.current().id(), "作废：" + why);
        if (file.state() == BulkFileState.REVIEW) {
            process.tell(BulkModel.FILE_WITHDRAWN, id, file.pool());
        }
    }

    private void record(BulkFile file, String by, String what) {
        files.note(file.id(), by, what);
        audit.record(
                AuditAction.BULK_HANDLED, null, null, "第 %d 号成批文件（统筹区 %s）：%s".formatted(file.id(), file.pool(), what));
    }
}
