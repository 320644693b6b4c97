package org.yiban.policy.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** A fault of {@code faults.yaml}: what is changed in a copy of the tables, and what must be found. */
record Fault(
        String name,
        List<Map<String, Object>> changes,
        FindingKind kind,
        List<String> rules,
        String table,
        String file,
        boolean cases) {

    private static final String PRECEDENCE = "precedence.dmn";

    /** All faults there are. */
    @SuppressWarnings("unchecked")
    static List<Fault> all() {
        try (InputStream data = Fault.class.getResourceAsStream("/policy/checks/faults.yaml")) {
            Map<String, List<Map<String, Object>>> read = new Yaml().load(data);
            return read.get("faults").stream()
                    .map(fault -> new Fault(
                            (String) fault.get("name"),
                            (List<Map<String, Object>>) fault.get("changes"),
                            FindingKind.valueOf((String) fault.get("kind")),
                            (List<String>) fault.getOrDefault("rules", List.of()),
                            (String) fault.get("table"),
                            (String) fault.get("file"),
                            fault.containsKey("cases")))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a finding is the one that this fault must raise. */
    boolean isFoundBy(TableFinding finding) {
        return finding.kind() == kind
                && finding.rules().containsAll(rules)
                && (table == null || table.equals(finding.table()))
                && (file == null || file.equals(finding.file()));
    }

    /** Seeds the fault. Where it is in tables of one family, those of others are left out: they have no part in it. */
    void seed(Path folder) throws IOException {
        Set<String> families = new HashSet<>();
        for (Map<String, Object> change : changes) {
            Path changed = change.containsKey("file")
                    ? folder.resolve((String) change.get("file"))
                    : fileOf((String) change.get("id"), folder);
            families.add(changed.getFileName().toString());
            if (change.containsKey("moveTo")) {
                Files.move(changed, folder.resolve((String) change.get("moveTo")));
                continue;
            }
            String before = Files.readString(changed);
            String after = change(change, before);
            if (after.equals(before)) {
                throw new IllegalStateException(name + ": nothing changed in " + changed);
            }
            Files.writeString(changed, after);
        }
        boolean ofOneFamily = families.size() == 1
                && families.stream().allMatch(name -> name.endsWith(".dmn") && !name.equals(PRECEDENCE));
        if (ofOneFamily && file == null && !cases) {
            leaveOut(folder, path -> !families.contains(path.getFileName().toString()));
        }
    }

    private static void leaveOut(Path folder, Predicate<Path> others) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".dmn")).toList()) {
                if (others.test(file) && !file.getFileName().toString().equals(PRECEDENCE)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path fileOf(String id, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".dmn")).toList()) {
                if (Files.readString(file).contains("id=\"" + id + "\"")) {
                    return file;
                }
            }
        }
        throw new IllegalStateException("no element " + id);
    }

    private static String change(Map<String, Object> change, String file) {
        if (change.containsKey("replace")) {
            List<?> replace = (List<?>) change.get("replace");
            return file.replaceFirst(
                    Pattern.quote((String) replace.get(0)), Matcher.quoteReplacement((String) replace.get(1)));
        }
        String element = "id=\"" + change.get("id") + "\"";
        int at = file.indexOf(element);
        if (change.containsKey("attribute")) {
            List<?> attribute = (List<?>) change.get("attribute");
            int start = file.lastIndexOf('<', at);
            int end = file.indexOf('>', at);
            String tag = file.substring(start, end)
                    .replaceFirst(
                            "(?<= )" + attribute.get(0) + "=\"[^\"]*\"",
                            attribute.get(0) + "=\"" + attribute.get(1) + "\"");
            return file.substring(0, start) + tag + file.substring(end);
        }
        if (change.containsKey("text")) {
            int start = file.indexOf("<text>", at) + "<text>".length();
            return file.substring(0, start)
                    + escaped((String) change.get("text"))
                    + file.substring(file.indexOf("</text>", at));
        }
        int start = file.lastIndexOf("<rule", at);
        int end = file.indexOf("</rule>", at) + "</rule>".length();
        String rule = file.substring(start, end);
        String instead = change.containsKey("delete")
                ? ""
                : rule + rule.replace("\"" + change.get("id"), "\"" + change.get("copyAs"));
        return file.substring(0, start) + instead + file.substring(end);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return name;
    }
}
