package org.yiban.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.bulk.BulkKind.RowOpener;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;

/**
 * Opens the cases of released files, one a transaction: the row's state changes in the transaction that opens its case,
 * and the row is held meanwhile, so no row is opened twice however many nodes work, and after a stop or a kill the rows
 * left are simply those that are not opened. A row that fails is kept with its reason, the others go on.
 */
@Component
public class StartingCases {

    private static final Logger LOG = LoggerFactory.getLogger(StartingCases.class);
    private static final int BATCH = 200;
    private static final int MOST_TRIES = 3;
    private static final int FAILURES_THAT_STOP = 20;

    private final BulkFiles files;
    private final BulkRows rows;
    private final BulkKinds kinds;
    private final BulkProcess process;
    private final TransactionTemplate transaction;

    StartingCases(
            BulkFiles files, BulkRows rows, BulkKinds kinds, BulkProcess process, TransactionTemplate transaction) {
        this.files = files;
        this.rows = rows;
        this.kinds = kinds;
        this.process = process;
        this.transaction = transaction;
    }

    /** Opens what is to be opened until nothing is left, or somebody stops it; returns how many cases it opened. */
    public int run() {
        int opened = 0;
        for (BulkFile file : files.due(BulkFileState.RUNNING)) {
            opened += new Run(file).go();
        }
        return opened;
    }

    /** Ends a file if all of its rows were tried. */
    private void finish(BulkFile file) {
        if (rows.any(file.id(), RowState.READY)) {
            return;
        }
        boolean failures = rows.any(file.id(), RowState.FAILED);
        BulkFileState end = failures ? BulkFileState.INCOMPLETE : BulkFileState.DONE;
        if (files.moveOn(file.id(), BulkFileState.RUNNING, end)) {
            files.note(file.id(), null, failures ? "全部试过，有的行没有立案" : "全部立案完毕");
            if (!failures) {
                process.tell(BulkModel.FILE_DONE, file.id(), file.pool());
            }
        }
    }

    /** One go through a file. */
    private final class Run {

        private final BulkFile file;
        private final BulkKind kind;
        private final FileForm form;
        private final Release release;
        private int opened;
        private int failedInARow;

        Run(BulkFile file) {
            this.file = file;
            this.kind = kinds.require(file.kind());
            this.form = FileForm.of(kind, file.header());
            this.release = new Release(file.id(), file.pool(), file.uploadedBy(), file.decidedBy());
        }

        int go() {
            int after = 0;
            while (!Thread.currentThread().isInterrupted()) {
                List<KeptRow> batch = rows.next(file.id(), RowState.READY, after, BATCH);
                if (batch.isEmpty()) {
                    transaction.executeWithoutResult(status -> finish(file));
                    return opened;
                }
                Map<Integer, BulkRow> parsed = new HashMap<>();
                batch.forEach(row -> parsed.put(
                        row.number(), form.parse(row.number(), row.cells()).row()));
                RowOpener opener = kind.opener(release, List.copyOf(parsed.values()));
                for (KeptRow row : batch) {
                    if (Thread.currentThread().isInterrupted() || !running(row, parsed.get(row.number()), opener)) {
                        return opened;
                    }
                    after = row.number();
                }
            }
            return opened;
        }

        /** Opens a row's case; {@code false} if the file has been stopped. */
        private boolean running(KeptRow row, BulkRow parsed, RowOpener opener) {
            for (int tries = 1; ; tries++) {
                try {
                    boolean done = transaction.execute(status -> open(row, parsed, opener));
                    if (done) {
                        opened++;
                        failedInARow = 0;
                        return true;
                    }
                    return files.require(file.id()).state() == BulkFileState.RUNNING;
                } catch (TransientDataAccessException e) {
                    if (tries == MOST_TRIES) {
                        return failed(row, e);
                    }
                } catch (RuntimeException e) {
                    return failed(row, e);
                }
            }
        }

        /** {@code false} if another node has the row or the file is not running any more. */
        private boolean open(KeptRow row, BulkRow parsed, RowOpener opener) {
            if (!rows.take(file.id(), row.number())) {
                return false;
            }
            CaseNumber number = opener.open(parsed, row.preview(), "bulk-%d/%d".formatted(file.id(), row.number()));
            rows.opened(file.id(), row.number(), number);
            return true;
        }

        private String told(ProblemException refusal) {
            return refusal.violations().isEmpty()
                    ? refusal.getMessage()
                    : form.told(refusal.violations().stream()
                            .map(violation -> new RowProblem(violation.field(), violation.message()))
                            .toList());
        }

        private boolean failed(KeptRow row, RuntimeException why) {
            boolean refused = why instanceof ProblemException;
            String told = why instanceof ProblemException refusal ? told(refusal) : "系统出错，可以稍后重试；如再次出现请联系管理员";
            if (!refused) {
                LOG.error("第 {} 号成批文件第 {} 行没有能够立案", file.id(), row.number(), why);
            }
            failedInARow = refused ? 0 : failedInARow + 1;
            boolean stops = failedInARow >= FAILURES_THAT_STOP;
            transaction.executeWithoutResult(status -> {
                rows.failed(file.id(), row.number(), told);
                if (stops && files.moveOn(file.id(), BulkFileState.RUNNING, BulkFileState.STOPPED)) {
                    files.note(file.id(), null, "连续 %d 行因系统出错没有立案，已自动暂停".formatted(FAILURES_THAT_STOP));
                }
            });
            return !stops;
        }
    }
}
