package org.yiban.policy.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yiban.kernel.ProblemException;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.tables.DecisionTableException;

/** Cases by family and name, from several files: a later file may replace cases of earlier ones. */
public final class CaseBook {

    private static final int LARGEST = 2 << 20;

    private final Map<String, Held> cases = new LinkedHashMap<>();

    private record Held(PolicyCase policyCase, String place) {

        String key() {
            return policyCase.family() + " " + policyCase.name();
        }
    }

    /** The cases that are packaged with the application. */
    public static CaseBook packaged(Policies policies) {
        CaseBook book = new CaseBook();
        CaseFiles.packaged().forEach(sheet -> CaseReader.read(sheet, policies)
                .forEach(read -> book.put(new Held(read, sheet.place()))));
        return book;
    }

    /**
     * Adds the cases of a file, CSV or workbook; they take the place of those of the same family and name.
     *
     * @param name its name, {@code <family>.csv}, {@code <family>-<word>.csv} or any {@code .xlsx}
     * @return the families and names of its cases
     * @throws CaseFileException naming file and line if it cannot be read
     */
    public Set<String> add(String name, byte[] content, Policies policies) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (!plain.matches("(?!\\.)[^\\p{Cntrl}:*?\"<>|]+\\.(csv|xlsx)")) {
            throw new CaseFileException("%s：案例文件应为 .csv 或 .xlsx".formatted(plain));
        }
        if (content.length > LARGEST) {
            throw new CaseFileException("%s：案例文件不能超过 2 MB".formatted(plain));
        }
        Set<String> added = new LinkedHashSet<>();
        for (CaseSheet sheet : open(plain, content)) {
            for (PolicyCase read : CaseReader.read(sheet, policies)) {
                Held held = new Held(read, sheet.place());
                if (!added.add(held.key())) {
                    throw sheet.wrong(read.line(), "案例 %s 在文件里出现两次".formatted(read.name()));
                }
                put(held);
            }
        }
        return added;
    }

    /** Whether it holds a case, as {@link #add} names it. */
    public boolean holds(String key) {
        return cases.containsKey(key);
    }

    /**
     * Asks the cases of some families.
     *
     * @param families {@code null} asks all
     */
    public CaseRun run(Policies policies, Set<String> families) {
        List<CaseRun.Passed> passed = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        CaseCheck check = new CaseCheck(policies);
        for (Held held : cases.values()) {
            PolicyCase asked = held.policyCase();
            if (families != null && !families.contains(asked.family())) {
                continue;
            }
            List<Mismatch> mismatches = check.check(asked);
            mismatches.forEach(mismatch ->
                    failed.add("%s:%d %s %s".formatted(held.place(), asked.line(), asked.name(), mismatch)));
            if (mismatches.isEmpty()) {
                passed.add(passed(held, policies));
            }
        }
        return new CaseRun(passed, failed);
    }

    private static CaseRun.Passed passed(Held held, Policies policies) {
        PolicyCase asked = held.policyCase();
        if (!asked.refused().isEmpty()) {
            return new CaseRun.Passed(held.key(), null, Set.of());
        }
        Explanation explanation = policies.decide(asked.family(), asked.facts()).explanation();
        Set<String> rules = new TreeSet<>(policies.orderRules(asked.family(), asked.facts()));
        if (explanation.ruleId() != null) {
            rules.addAll(Arrays.asList(explanation.ruleId().split(";")));
        }
        return new CaseRun.Passed(held.key(), explanation.businessDate(), rules);
    }

    /** The business date of a case; {@code null} if it gets no answer. */
    public LocalDate businessDate(String key, Policies policies) {
        PolicyCase asked = cases.get(key).policyCase();
        try {
            return policies.decide(asked.family(), asked.facts()).explanation().businessDate();
        } catch (ProblemException | DecisionTableException unanswered) {
            return null;
        }
    }

    private void put(Held held) {
        cases.put(held.key(), held);
    }

    private static List<CaseSheet> open(String name, byte[] content) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("cases");
            Path file = Files.write(folder.resolve(name), content);
            Path shown = file.getFileName();
            return CaseFiles.open(file).stream()
                    .map(sheet -> new CaseSheet(
                            sheet.place().replace(file.toString(), shown.toString()), sheet.stem(), sheet.rows()))
                    .toList();
        } catch (CaseFileException e) {
            throw new CaseFileException(
                    e.getMessage().replace(folder + folder.getFileSystem().getSeparator(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the cases for reading", e);
        } finally {
            delete(folder, name);
        }
    }

    private static void delete(Path folder, String name) {
        try {
            if (folder != null) {
                Files.deleteIfExists(folder.resolve(name));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
