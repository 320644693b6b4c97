package org.yiban.bulk;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.kernel.BusinessTime;

/** Deletes what people wrote into files some days after their end, as the settings say; what became of the rows stays. */
@Component
public class DeletingContents {

    private static final int DAYS_TO_COME_WHOLE = 1;

    private final BulkFiles files;
    private final BulkContents contents;
    private final BulkSettings settings;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    DeletingContents(
            BulkFiles files,
            BulkContents contents,
            BulkSettings settings,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.files = files;
        this.contents = contents;
        this.settings = settings;
        this.transaction = transaction;
        this.time = time;
    }

    /** Deletes what has been kept long enough, and what never came whole; returns how many files it emptied. */
    public int run() {
        OffsetDateTime now = time.now().toOffsetDateTime();
        files.abandonedBefore(now.minusDays(DAYS_TO_COME_WHOLE))
                .forEach(id -> transaction.executeWithoutResult(status -> files.drop(id)));
        List<BulkFile> due = files.endedBefore(now.minusDays(settings.shortestRetentionDays())).stream()
                .filter(file ->
                        file.endedAt().isBefore(now.minusDays(settings.retentionDays(file.kind(), file.pool()))))
                .toList();
        due.forEach(file -> transaction.executeWithoutResult(status -> {
            contents.drop(file.id());
            files.emptied(file.id());
            files.note(file.id(), null, "保存期满，文件内容已删除");
        }));
        return due.size();
    }
}
