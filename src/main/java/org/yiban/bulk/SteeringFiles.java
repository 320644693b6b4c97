package org.yiban.bulk;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.kernel.FreeText;

/** Stops the opening of cases, lets it go on, tries failed rows again, ends it: registrars and supervisors of the pool. */
@Component
public class SteeringFiles {

    private static final Role[] STEER = {Role.INTAKE, Role.SUPERVISE};

    private final BulkAccess access;
    private final BulkFiles files;
    private final BulkRows rows;
    private final BulkProcess process;
    private final AuditTrail audit;

    SteeringFiles(BulkAccess access, BulkFiles files, BulkRows rows, BulkProcess process, AuditTrail audit) {
        this.access = access;
        this.files = files;
        this.rows = rows;
        this.process = process;
        this.audit = audit;
    }

    /** Stops a file; the case that is being opened is finished. */
    @Transactional
    public void stop(long id) {
        BulkFile file = access.locked(id, STEER);
        BulkAccess.requireState(file, BulkFileState.RUNNING);
        files.become(id, BulkFileState.STOPPED, null);
        record(file, "暂停立案");
    }

    /** Lets a stopped file go on. */
    @Transactional
    public void resume(long id) {
        BulkFile file = access.locked(id, STEER);
        BulkAccess.requireState(file, BulkFileState.STOPPED);
        files.become(id, BulkFileState.RUNNING, null);
        record(file, "继续立案");
    }

    /** Tries the rows again that failed. */
    @Transactional
    public void retry(long id) {
        BulkFile file = access.locked(id, STEER);
        BulkAccess.requireState(file, BulkFileState.INCOMPLETE, BulkFileState.STOPPED);
        int again = rows.retry(id);
        files.become(id, BulkFileState.RUNNING, null);
        record(file, "重试没有立案的 %d 行".formatted(again));
    }

    /** Ends a file whose remaining rows are to stay without case. */
    @Transactional
    public void end(long id, String reason) {
        BulkFile file = access.locked(id, STEER);
        BulkAccess.requireState(file, BulkFileState.INCOMPLETE, BulkFileState.STOPPED);
        String why = FreeText.required("reason", reason);
        files.become(id, BulkFileState.DONE, why);
        record(file, "结束，其余的行不再立案：" + why);
        process.tell(BulkModel.FILE_DONE, id, file.pool());
    }

    private void record(BulkFile file, String what) {
        files.note(file.id(), access.current().id(), what);
        audit.record(
                AuditAction.BULK_HANDLED, null, null, "第 %d 号成批文件（统筹区 %s）：%s".formatted(file.id(), file.pool(), what));
    }
}
