package org.yiban.policy.register;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.policy.tables.TableFile;

/** Which versions came with the program, release by release. */
@Component
class PackagedTables {

    private final JdbcClient jdbc;
    private final PublicationStore store;
    private final BusinessTime time;

    PackagedTables(JdbcClient jdbc, PublicationStore store, BusinessTime time) {
        this.jdbc = jdbc;
        this.store = store;
        this.time = time;
    }

    private record Seen(String path, String digest, ZonedDateTime at) {}

    /** Keeps the files that were not packaged at the last start, and that files are packaged no longer; the paths. */
    List<String> record(Map<String, TableFile> files) {
        Map<String, Seen> last = new TreeMap<>();
        history().forEach(seen -> last.put(seen.path(), seen));
        TreeSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(last.keySet());
        List<String> changed = new ArrayList<>();
        OffsetDateTime now = time.now().toOffsetDateTime();
        for (String path : paths) {
            TableFile file = files.get(path);
            Seen before = last.get(path);
            String digest = file == null ? null : file.digest();
            if (before == null || !Objects.equals(before.digest(), digest)) {
                if (file != null) {
                    store.keep(file);
                }
                jdbc.sql("insert into yiban.packaged_table (path, digest, first_seen_at) values (?, ?, ?)")
                        .params(path, digest, now)
                        .update();
                if (!last.isEmpty()) {
                    changed.add(path);
                }
            }
        }
        return changed;
    }

    /** What releases changed, the newest first: rule by rule. */
    List<PackagedChange> changes() {
        Map<String, Seen> last = new TreeMap<>();
        List<PackagedChange> changes = new ArrayList<>();
        List<Seen> history = history();
        ZonedDateTime first = history.isEmpty() ? null : history.get(0).at();
        for (Seen seen : history) {
            Seen before = last.put(seen.path(), seen);
            if (before != null || !seen.at().equals(first)) {
                changes.add(
                        0,
                        new PackagedChange(
                                seen.path(),
                                version(before),
                                version(seen),
                                seen.at(),
                                FileDifferences.between(
                                        file(before).orElse(null), file(seen).orElse(null))));
            }
        }
        return changes;
    }

    private List<Seen> history() {
        return jdbc.sql("select path, digest, first_seen_at from yiban.packaged_table order by id")
                .query((row, n) -> new Seen(
                        row.getString("path"),
                        row.getString("digest"),
                        row.getObject("first_seen_at", OffsetDateTime.class).atZoneSameInstant(BusinessTime.ZONE)))
                .list();
    }

    private Optional<TableFile> file(Seen seen) {
        return Optional.ofNullable(seen)
                .map(Seen::digest)
                .flatMap(store::content)
                .map(content -> new TableFile(seen.path(), content));
    }

    private String version(Seen seen) {
        return file(seen).map(TableFile::version).orElse(null);
    }
}
