package org.yiban.policy.tables;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All tables of one set, read once: the packaged ones or those of a folder. Safe to use from several threads.
 */
public final class DecisionTables {

    private static final String PRECEDENCE = "precedence";
    private static final String PRECEDENCE_FILE = PRECEDENCE + ".dmn";
    private static final String FAMILY = "family";
    private static final String FOLDER = "folder";
    private static final String INSTRUMENT = "instrument";

    private static DecisionTables packaged;

    private final TableEngine engine;
    private final Map<String, TableFile> files;
    private final String version;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Map<Speaker, Table>> spoken = new ConcurrentHashMap<>();

    private DecisionTables(List<TableFile> files) {
        this(new TableEngine(), byPath(files), List.of(), files);
    }

    private DecisionTables(
            TableEngine engine, Map<String, TableFile> files, Collection<Table> parsed, List<TableFile> unparsed) {
        this.engine = engine;
        this.files = files;
        this.version = new TableFile("", files.values().toString().getBytes(StandardCharsets.UTF_8)).version();
        parsed.forEach(table -> tables.put(table.id(), table));
        for (TableFile file : unparsed) {
            for (Table table : engine.parse(file)) {
                Table other = tables.putIfAbsent(table.id(), table);
                if (other != null) {
                    throw new DecisionTableException(
                            "决策表 %s 出现两次：%s、%s".formatted(table.id(), other.file(), table.file()));
                }
            }
        }
        if (!tables.containsKey(PRECEDENCE)) {
            throw new DecisionTableException("没有 %s，无从知道哪份文件作答".formatted(PRECEDENCE_FILE));
        }
    }

    /** The tables that are packaged with the application; they never change while it runs, and are read once. */
    public static synchronized DecisionTables packaged() {
        if (packaged == null) {
            packaged = new DecisionTables(TableFile.packaged());
        }
        return packaged;
    }

    /**
     * The tables of a folder laid out as {@code processes/policy} is.
     *
     * @throws DecisionTableException if it is no such folder or a table in it cannot be read
     */
    public static DecisionTables in(Path folder) {
        if (!Files.isRegularFile(folder.resolve(PRECEDENCE_FILE))) {
            throw new DecisionTableException("文件夹 %s 里没有 %s".formatted(folder, PRECEDENCE_FILE));
        }
        return new DecisionTables(TableFile.in(folder));
    }

    /**
     * A set in which files take the place of those of the same path; new paths are added. The tables of all other files
     * are shared with this one, which stays as it is.
     *
     * @throws DecisionTableException if a file cannot be read, or the set would not hold together
     */
    public DecisionTables with(List<TableFile> replacements) {
        Map<String, TableFile> replaced = byPath(replacements);
        Map<String, TableFile> all = new TreeMap<>(files);
        all.putAll(replaced);
        List<Table> kept = tables.values().stream()
                .filter(table -> !replaced.containsKey(table.file()))
                .toList();
        return new DecisionTables(engine, all, kept, List.copyOf(replaced.values()));
    }

    /** Short digest of all files of the set: the same for sets that answer alike. */
    public String version() {
        return version;
    }

    /** The files of the set, by path. */
    public Map<String, TableFile> files() {
        return Collections.unmodifiableMap(files);
    }

    /** The ids of the tables of each file, in their order. */
    public Map<String, List<String>> tableIds() {
        return tables.values().stream()
                .collect(Collectors.groupingBy(
                        Table::file,
                        TreeMap::new,
                        Collectors.mapping(
                                Table::id, Collectors.collectingAndThen(Collectors.toList(), ids -> ids.stream()
                                        .sorted()
                                        .toList()))));
    }

    private static Map<String, TableFile> byPath(List<TableFile> files) {
        Map<String, TableFile> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }

    /**
     * The documents that may speak, in the order in which they are asked.
     *
     * @param family a family, or a part of one as {@code family/part}
     * @param province {@code null} for a family without region
     * @param pool {@code null} where only the province is known
     */
    public List<Speaker> speakers(String family, String province, String pool, LocalDate businessDate) {
        List<Speaker> speakers = new ArrayList<>();
        for (Hit hit : order(family, province, pool, businessDate)) {
            speakers.add(new Speaker(
                    (String) hit.row().get(FOLDER), (String) hit.row().get(INSTRUMENT)));
        }
        return speakers;
    }

    /** The rules by which those documents speak, likewise. */
    public List<String> orderRules(String family, String province, String pool, LocalDate businessDate) {
        return order(family, province, pool, businessDate).stream()
                .map(Hit::rule)
                .toList();
    }

    private List<Hit> order(String family, String province, String pool, LocalDate businessDate) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(FAMILY, family);
        facts.put("province", province);
        facts.put("pool", pool);
        facts.put("businessDate", businessDate.toString());
        return tables.get(PRECEDENCE).fired(facts);
    }

    /**
     * Asks the tables of several documents, one after the other: the first that has a row for the facts answers.
     *
     * @param family a family, or a part of one as {@code family/part}
     * @param known facts by name, as plain values
     * @param open facts that are not stated, and the values they may have
     * @param answer makes an answer of what fired; answers are compared with {@code equals}
     * @throws DecisionTableException if there is no such table, it cannot be evaluated or several rows of a UNIQUE table
     *     fire
     */
    public <A> Findings<A> consult(
            List<Speaker> speakers,
            String family,
            Map<String, Object> known,
            Map<String, Domain> open,
            Function<Ruling, A> answer) {
        List<Table> asked = new ArrayList<>(speakers.size());
        for (Speaker speaker : speakers) {
            asked.add(table(speaker, family));
        }
        return new Hearing<>(speakers, asked, known, open, answer).hear();
    }

    /**
     * Whether a value passes a test written as in a table's cell.
     *
     * @param date whether it is a date, which the test sees as such
     * @param plain the plain value; {@code null} if there is none
     * @throws DecisionTableException if the test cannot be read
     */
    public boolean passes(boolean date, String test, Object plain) {
        return engine.passes(new Cell(new Column(test, date), test), plain);
    }

    /**
     * Makes sure that every table belongs to a family and asks for facts that the family knows, and that every document
     * named as speaking has its table.
     *
     * @param facts the facts of each family, derived ones too
     * @throws DecisionTableException naming file, table and fact
     */
    public void requireKnown(Map<String, Set<String>> facts) {
        for (Table table : tables.values()) {
            if (table.id().equals(PRECEDENCE)) {
                continue;
            }
            Set<String> known = facts.get(Speaker.familyOf(table.file()));
            if (known == null) {
                throw new DecisionTableException("文件 %s 不属于任何一类决策；现有：%s"
                        .formatted(table.file(), String.join("、", new TreeSet<>(facts.keySet()))));
            }
            for (Column column : table.columns()) {
                if (!known.contains(column.fact())) {
                    throw new DecisionTableException(
                            "文件 %s 中的 %s 问到没有的事实：%s".formatted(table.file(), table.id(), column.fact()));
                }
            }
        }
        requireSpeakers();
    }

    private void requireSpeakers() {
        for (Table.TableRule rule : tables.get(PRECEDENCE).rules()) {
            Speaker speaker = new Speaker(
                    Citation.unquoted(rule.outputs().get(FOLDER)),
                    Optional.ofNullable(rule.outputs().get(INSTRUMENT))
                            .map(Citation::unquoted)
                            .orElse(null));
            rule.cells().stream()
                    .filter(cell -> cell.column().fact().equals(FAMILY))
                    .flatMap(cell -> Domain.Literals.texts(Set.of(cell.test())).stream())
                    .forEach(family -> table(speaker, family));
        }
    }

    /** Which provisions and open readings the rules of all tables rest on, by file and in their order. */
    public List<Citation> citations() {
        return tables.values().stream()
                .sorted(Comparator.comparing(Table::file).thenComparing(Table::id))
                .flatMap(table -> table.rules().stream().map(rule -> Citation.of(table, rule)))
                .toList();
    }

    /**
     * The outputs that every rule of a family states which comes to an outcome, whatever its document; none if no rule does.
     *
     * @param output name of the output that holds the outcome
     * @param value the outcome, without quotes
     */
    public Set<String> statedWith(String family, String output, String value) {
        return tables.values().stream()
                .filter(table -> table.file().endsWith("/" + family + ".dmn"))
                .flatMap(table -> table.rules().stream())
                .map(Table.TableRule::outputs)
                .filter(outputs -> value.equals(Citation.unquoted(outputs.getOrDefault(output, ""))))
                .map(outputs -> (Set<String>) new TreeSet<>(outputs.keySet()))
                .reduce((all, some) -> {
                    all.retainAll(some);
                    return all;
                })
                .orElse(Set.of());
    }

    /** The documents that are named as speaking at some time. */
    public Set<String> instruments() {
        return tables.get(PRECEDENCE).rules().stream()
                .map(rule -> rule.outputs().get(INSTRUMENT))
                .filter(Objects::nonNull)
                .map(Citation::unquoted)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Short digest of the file that holds a speaker's table.
     *
     * @throws DecisionTableException if there is no such table
     */
    public String version(Speaker speaker, String family) {
        return table(speaker, family).version();
    }

    private Table table(Speaker speaker, String family) {
        Map<Speaker, Table> known = spoken.computeIfAbsent(family, key -> new ConcurrentHashMap<>());
        Table table = known.get(speaker);
        if (table == null) {
            table = find(speaker, family);
            known.put(speaker, table);
        }
        return table;
    }

    private Table find(Speaker speaker, String family) {
        Table table = tables.get(speaker.table(family));
        if (table == null || !table.file().equals(speaker.file(family))) {
            throw new DecisionTableException(
                    "%s 指明的决策表不存在：%s 中的 %s".formatted(PRECEDENCE_FILE, speaker.file(family), speaker.table(family)));
        }
        return table;
    }
}
