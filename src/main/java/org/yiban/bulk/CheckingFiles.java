package org.yiban.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.bulk.BulkRows.ReadRow;
import org.yiban.bulk.table.TableReader;
import org.yiban.bulk.table.UnreadableTableException;
import org.yiban.database.ClusterLock;
import org.yiban.kernel.BusinessTime;

/**
 * Checks files whole, one node a file: reads the rows and keeps them, cell by cell of their types and none twice, then
 * lets the kind check them against what is on record, a thousand at a time. Each thousand is a transaction, so progress
 * can be seen; after a kill the reading begins anew, the checking goes on where it was.
 */
@Component
public class CheckingFiles {

    private static final Logger LOG = LoggerFactory.getLogger(CheckingFiles.class);
    private static final int AT_A_TIME = 1000;
    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private final BulkFiles files;
    private final BulkRows rows;
    private final BulkContents contents;
    private final BulkKinds kinds;
    private final BulkLimits limits;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    CheckingFiles(
            BulkFiles files,
            BulkRows rows,
            BulkContents contents,
            BulkKinds kinds,
            BulkLimits limits,
            DataSource dataSource,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.files = files;
        this.rows = rows;
        this.contents = contents;
        this.kinds = kinds;
        this.limits = limits;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.time = time;
    }

    /** Checks every file that waits for it and that no other node is at; returns how many it took up. */
    public int run() {
        int taken = 0;
        for (BulkFile file : files.due(BulkFileState.RECEIVED, BulkFileState.READING, BulkFileState.CHECKING)) {
            try (ClusterLock lock = ClusterLock.tryAcquire(dataSource, "bulk-check-" + file.id())
                    .orElse(null)) {
                if (lock != null) {
                    taken++;
                    check(file.id());
                }
            }
        }
        return taken;
    }

    private void check(long id) {
        try {
            BulkFile file = files.require(id);
            if (file.state() == BulkFileState.RECEIVED || file.state() == BulkFileState.READING) {
                read(file);
            }
            file = files.require(id);
            if (file.state() == BulkFileState.CHECKING) {
                examine(file);
            }
        } catch (UnreadableTableException e) {
            transaction.executeWithoutResult(status -> end(id, e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("成批文件 {} 没有能够检查", id, e);
            transaction.executeWithoutResult(status -> putOff(id));
        }
    }

    private void end(long id, String why) {
        rows.clear(id);
        contents.drop(id);
        files.become(id, BulkFileState.UNREADABLE, why);
        files.note(id, null, "文件读不了：" + why);
    }

    private void putOff(long id) {
        int tries = files.lock(id).tries() + 1;
        if (tries >= MOST_TRIES) {
            end(id, "系统几次都没有能够检查这个文件，请联系管理员");
        } else {
            files.failedToCheck(id, time.now().toOffsetDateTime().plus(FIRST_PAUSE.multipliedBy(1L << tries)));
        }
    }

    private void read(BulkFile file) {
        transaction.executeWithoutResult(status -> {
            rows.clear(file.id());
            files.rowCount(file.id(), 0);
            files.become(file.id(), BulkFileState.READING, null);
        });
        Reading reading = new Reading(file, kinds.require(file.kind()));
        try (InputStream original = contents.original(file.id())) {
            TableReader.read(file.format(), original, reading::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reading.finish();
    }

    private void examine(BulkFile file) {
        BulkKind kind = kinds.require(file.kind());
        FileForm form = FileForm.of(kind, file.header());
        int after = 0;
        while (after >= 0 && !Thread.currentThread().isInterrupted()) {
            int from = after;
            after = transaction.execute(status -> examine(file, kind, form, from));
        }
    }

    /** Examines the next rows; returns what the last of them belong to, -1 if there was none. */
    private int examine(BulkFile file, BulkKind kind, FileForm form, int after) {
        List<KeptRow> kept = rows.nextTogether(file.id(), after, AT_A_TIME);
        if (kept.isEmpty()) {
            if (files.moveOn(file.id(), BulkFileState.CHECKING, BulkFileState.CHECKED)) {
                Map<RowState, Integer> counts = rows.counts(file.id());
                files.note(
                        file.id(),
                        null,
                        "检查完毕：%d 行可以受理，%d 行有误"
                                .formatted(
                                        counts.getOrDefault(RowState.READY, 0),
                                        counts.getOrDefault(RowState.FAULTY, 0)));
            }
            return -1;
        }
        List<BulkRow> parsed = kept.stream()
                .map(row -> form.parse(row.number(), row.cells()).row())
                .toList();
        List<ExaminedRow> examined = kind.examine(file.pool(), parsed);
        requireEachOnce(parsed, examined);
        rows.examined(file.id(), examined);
        return kept.get(kept.size() - 1).together();
    }

    private static void requireEachOnce(List<BulkRow> asked, List<ExaminedRow> answered) {
        Set<Integer> numbers = asked.stream().map(BulkRow::number).collect(Collectors.toSet());
        Set<Integer> told = answered.stream().map(ExaminedRow::number).collect(Collectors.toCollection(HashSet::new));
        if (!numbers.equals(told) || answered.size() != asked.size()) {
            throw new IllegalStateException("a kind of files did not examine each row once");
        }
    }

    /** Takes the rows of a file as they are read. */
    private final class Reading {

        private final BulkFile file;
        private final BulkKind kind;
        private final Map<String, Integer> firstOf = new HashMap<>();
        private final Map<String, Integer> firstTogether = new HashMap<>();
        private final List<ReadRow> waiting = new ArrayList<>();
        private FileForm form;
        private int count;

        Reading(BulkFile file, BulkKind kind) {
            this.file = file;
            this.kind = kind;
        }

        void take(int number, List<String> cells) {
            if (form == null) {
                form = FileForm.of(kind, cells);
                return;
            }
            count++;
            if (count > limits.mostRows()) {
                throw new UnreadableTableException("一个文件最多 %d 行，请分成几个文件".formatted(limits.mostRows()));
            }
            FileForm.Parsed parsed = form.parse(number, cells);
            List<RowProblem> problems = new ArrayList<>(parsed.problems());
            int together = number;
            if (problems.isEmpty()) {
                Integer earlier = firstTogether.putIfAbsent(kind.together(parsed.row()), number);
                together = earlier == null ? number : earlier;
                Integer first = firstOf.putIfAbsent(kind.sameness(parsed.row()), number);
                if (first != null) {
                    problems.add(new RowProblem(null, "与第 %d 行重复".formatted(first)));
                }
            }
            waiting.add(new ReadRow(number, together, form.cells(cells), problems));
            if (waiting.size() == AT_A_TIME) {
                transaction.executeWithoutResult(status -> flush());
            }
        }

        private void flush() {
            rows.add(file.id(), waiting);
            files.rowCount(file.id(), count);
            waiting.clear();
        }

        void finish() {
            if (count == 0) {
                throw new UnreadableTableException(form == null ? "文件是空的" : "文件只有列名，没有数据");
            }
            transaction.executeWithoutResult(status -> {
                flush();
                files.header(file.id(), form.header());
                contents.dropOriginal(file.id());
                files.become(file.id(), BulkFileState.CHECKING, null);
            });
        }
    }
}
