package org.yiban.policy.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.TableFile;

/**
 * Which version of each file answers from which business date on: the packaged one, until a publication of the file comes
 * into force; of several the one of the latest date, of the same date the one confirmed last.
 *
 * @param packaged the tables that came with the program
 * @param published the publications in force, in the order of their confirmation
 */
record Schedule(DecisionTables packaged, List<Published> published) {

    /** A version and the business date from which on it answers. */
    record Published(long publication, TableFile file, LocalDate from) {}

    Schedule {
        published = List.copyOf(published);
    }

    Schedule with(Published added) {
        return new Schedule(
                packaged, Stream.concat(published.stream(), Stream.of(added)).toList());
    }

    Schedule without(long publication) {
        return new Schedule(
                packaged,
                published.stream()
                        .filter(kept -> kept.publication() != publication)
                        .toList());
    }

    /** The sets that come into force after the packaged one, by date. */
    SortedMap<LocalDate, DecisionTables> sets() {
        SortedMap<LocalDate, Map<String, TableFile>> changes = new TreeMap<>();
        published.forEach(file -> changes.computeIfAbsent(file.from(), from -> new TreeMap<>())
                .put(file.file().path(), file.file()));
        SortedMap<LocalDate, DecisionTables> sets = new TreeMap<>();
        DecisionTables last = packaged;
        for (Map.Entry<LocalDate, Map<String, TableFile>> change : changes.entrySet()) {
            last = last.with(new ArrayList<>(change.getValue().values()));
            sets.put(change.getKey(), last);
        }
        return sets;
    }

    /** The set in force on a business date. */
    DecisionTables on(LocalDate businessDate) {
        SortedMap<LocalDate, DecisionTables> until = sets().headMap(businessDate.plusDays(1));
        return until.isEmpty() ? packaged : until.get(until.lastKey());
    }

    /** Which publication a file of that date comes from; {@code null} if it is the packaged one. */
    Published origin(String path, LocalDate businessDate) {
        Published found = null;
        for (Published candidate : published) {
            boolean speaks =
                    candidate.file().path().equals(path) && !candidate.from().isAfter(businessDate);
            if (speaks && (found == null || !candidate.from().isBefore(found.from()))) {
                found = candidate;
            }
        }
        return found;
    }

    /** The versions of the tables, to ask questions by. */
    TableVersions versions() {
        TableVersions versions = new TableVersions(packaged);
        versions.exchange(packaged, sets());
        return versions;
    }
}
