package org.yiban.policy.tables;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yiban.kernel.ProvisionReference;

/**
 * What a rule of a table rests on.
 *
 * @param file path of the table's file under {@code processes/policy}
 * @param table id of the table
 * @param rule id of the rule
 * @param provisions the provisions that it states as basis
 * @param ambiguities numbers of the open readings that its annotation names: {@code A03}
 */
public record Citation(
        String file, String table, String rule, List<ProvisionReference> provisions, List<String> ambiguities) {

    private static final Pattern BASIS = Pattern.compile("basis|\\w+Basis");
    private static final Pattern AMBIGUITY = Pattern.compile("(?<![A-Za-z0-9])A\\d{2}(?!\\d)");

    static Citation of(Table table, Table.TableRule rule) {
        List<ProvisionReference> provisions = rule.outputs().entrySet().stream()
                .filter(output -> BASIS.matcher(output.getKey()).matches())
                .flatMap(output -> ProvisionReference.parseList(unquoted(output.getValue())).stream())
                .toList();
        List<String> ambiguities = AMBIGUITY
                .matcher(rule.text())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        return new Citation(table.file(), table.id(), rule.id(), provisions, ambiguities);
    }

    /** The text that a cell states as a constant. */
    static String unquoted(String constant) {
        return constant.replaceAll("^\"|\"$", "");
    }

    @Override
    public String toString() {
        return "文件 %s 中的 %s，规则 %s".formatted(file, table, rule);
    }
}
