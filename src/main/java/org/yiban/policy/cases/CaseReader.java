package org.yiban.policy.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Fact;
import org.yiban.policy.FactType;
import org.yiban.policy.Policies;

/**
 * Reads the cases of one family, whatever kind of file they come from: {@code case}, the family's facts, the expected
 * results prefixed {@code expect.}, {@code note}. An empty cell is not stated, or not compared.
 */
final class CaseReader {

    static final String CASE = "case";
    static final String NOTE = "note";
    static final String EXPECT = "expect.";
    static final String ERROR = "expect.error";
    private static final String BASIS = "expect.basis";

    private final CaseSheet sheet;
    private final Policies policies;
    private final String family;
    private final Map<String, FactType> facts;

    private CaseReader(CaseSheet sheet, Policies policies) {
        this.sheet = sheet;
        this.policies = policies;
        this.family = familyOf(sheet, policies);
        this.facts = policies.declaredFacts(family).stream().collect(Collectors.toMap(Fact::name, Fact::type));
    }

    /**
     * Reads the cases of a file or sheet.
     *
     * @throws CaseFileException if its family does not exist, or a column, row or cell is malformed
     */
    static List<PolicyCase> read(CaseSheet sheet, Policies policies) {
        return new CaseReader(sheet, policies).read();
    }

    /**
     * The family that a file or sheet belongs to, by its name.
     *
     * @throws CaseFileException if there is none
     */
    static String familyOf(CaseSheet sheet, Policies policies) {
        String stem = sheet.stem();
        return policies.families().stream()
                .filter(family -> stem.equals(family) || stem.startsWith(family + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new CaseFileException("%s：还没有 %s 这一类决策，其中的案例没有检查；现有：%s"
                        .formatted(sheet.place(), stem, String.join("、", policies.families()))));
    }

    private List<PolicyCase> read() {
        if (sheet.rows().size() < 2) {
            throw new CaseFileException("%s：没有案例".formatted(sheet.place()));
        }
        List<String> columns = columns(sheet.rows().get(0));
        List<PolicyCase> cases = new ArrayList<>();
        sheet.rows().stream().skip(1).forEach(row -> cases.add(policyCase(columns, row)));
        return cases;
    }

    private List<String> columns(CaseRow header) {
        List<String> columns =
                header.cells().stream().map(name -> name.text(FactType.TEXT)).toList();
        if (columns.contains("")) {
            throw sheet.wrong(header.line(), "第 %d 列没有列名".formatted(columns.indexOf("") + 1));
        }
        List<String> unknown =
                columns.stream().filter(column -> !isKnown(column)).toList();
        if (!unknown.isEmpty()) {
            throw sheet.wrong(header.line(), "不认识的列 " + String.join("、", unknown));
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw sheet.wrong(header.line(), "有的列出现两次");
        }
        if (!columns.contains(CASE)) {
            throw sheet.wrong(header.line(), "缺少列 " + CASE);
        }
        return columns;
    }

    private boolean isKnown(String column) {
        boolean result =
                column.startsWith(EXPECT) && policies.results(family).contains(column.substring(EXPECT.length()));
        return result
                || column.equals(CASE)
                || column.equals(NOTE)
                || column.equals(ERROR)
                || facts.containsKey(column);
    }

    private PolicyCase policyCase(List<String> columns, CaseRow row) {
        if (row.cells().size() != columns.size()) {
            throw sheet.wrong(
                    row.line(), "有 %d 格，表头有 %d 列".formatted(row.cells().size(), columns.size()));
        }
        Map<String, String> stated = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> other = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = row.cells().get(i).text(facts.getOrDefault(column, FactType.TEXT));
            if (facts.containsKey(column)) {
                stated.put(column, cell);
            } else if (column.equals(BASIS) || !column.startsWith(EXPECT) || column.equals(ERROR)) {
                other.put(column, cell);
            } else if (!cell.isEmpty()) {
                expected.put(column.substring(EXPECT.length()), cell);
            }
        }
        if (other.get(CASE).isEmpty()) {
            throw sheet.wrong(row.line(), "没有案例名（列 %s）".formatted(CASE));
        }
        return new PolicyCase(
                other.get(CASE),
                family,
                row.line(),
                stated,
                expected,
                ProvisionReference.parseList(other.get(BASIS)),
                Lists.split(other.get(ERROR)));
    }
}
