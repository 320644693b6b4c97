package org.yiban.policy.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.SingleTable;
import org.yiban.policy.tables.TableFile;

/** The settings of an installation, read once. Safe to use from several threads. */
public final class Settings {

    private static final String FOLDER = "settings/";
    private static final String EXTENSION = ".dmn";

    private final Map<String, SingleTable> tables = new TreeMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Sources sources;

    private Settings(List<TableFile> files, Sources sources) {
        this.sources = sources;
        SingleTable.read(files).forEach(table -> tables.put(table.file(), table));
    }

    /**
     * The settings that are packaged with the application.
     *
     * @param sources the documents that a row may rest on
     * @throws DecisionTableException naming file and cell that cannot be read
     */
    public static Settings packaged(Sources sources) {
        return of(TableFile.packagedSettings(), sources);
    }

    /**
     * The settings of files.
     *
     * @param sources the documents that a row may rest on
     * @throws DecisionTableException naming file and cell that cannot be read
     */
    public static Settings of(List<TableFile> files, Sources sources) {
        return new Settings(files, sources);
    }

    /**
     * A table, held to what the one who asks needs.
     *
     * @throws DecisionTableException naming file and cell if there is no such table, it asks or says something else, rests on
     *     a document that is not known, or several rows, or none where one must, answer a question
     */
    public SettingTable table(SettingShape shape) {
        String file = FOLDER + shape.name() + EXTENSION;
        SingleTable table = tables.get(file);
        if (table == null) {
            throw new DecisionTableException("没有设置文件 %s；现有：%s".formatted(file, String.join("、", tables.keySet())));
        }
        asked.add(file);
        return new SettingTable(table, shape, sources);
    }

    /** The files that nobody has asked for so far. */
    public Set<String> unasked() {
        Set<String> unasked = new TreeSet<>(tables.keySet());
        unasked.removeAll(asked);
        return unasked;
    }
}
