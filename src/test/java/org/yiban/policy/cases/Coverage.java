package org.yiban.policy.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.Policies;
import org.yiban.policy.sources.Document;
import org.yiban.policy.sources.Provision;
import org.yiban.policy.tables.Citation;

/** Which rules and cases carry each provision, and the report that says so. */
final class Coverage {

    private static final String HEAD = """
            # 条款与规则、案例对照（coverage）

            每份文件的每个条款：说什么，由哪些规则作出决定、哪些案例证明；不作决定的，为什么。转人工（REFER）也是决定。
            条款的数据在 `processes/policy/sources/`，规则在 `processes/policy/`，案例在 `processes/policy/cases/`。

            本文件由测试生成，不要手改；表、案例或条款变了以后重新生成：`mvn -q test -Dtest=CoverageTest -Dyiban.write=true`

            | 文件 | 条款 | 作决定 | 其中有规则、有案例 | 不作决定 |
            |---|---|---|---|---|
            """;

    private final List<Document> documents;
    private final Map<ProvisionReference, Set<String>> rules = new HashMap<>();
    private final Map<ProvisionReference, Set<String>> cases = new HashMap<>();

    private Coverage(List<Document> documents) {
        this.documents = documents;
    }

    /** Asks every case that expects an answer, and puts what it rests on beside what the rules state. */
    static Coverage of(Policies policies, List<Citation> citations, Stream<PolicyCase> cases) {
        Coverage coverage = new Coverage(policies.sources().documents());
        citations.forEach(citation ->
                citation.provisions().forEach(provision -> add(coverage.rules, provision, citation.rule())));
        cases.filter(policyCase -> policyCase.refused().isEmpty())
                .forEach(policyCase -> policies.decide(policyCase.family(), policyCase.facts())
                        .basis()
                        .forEach(provision -> add(coverage.cases, provision, policyCase.name())));
        return coverage;
    }

    /** What is wrong: a provision that decides without rule or case, or a rule that rests on one that does not decide. */
    List<String> defects() {
        List<String> defects = new ArrayList<>();
        provisions(documents).forEach(provision -> {
            if (provision.decides() && rules(provision).isEmpty()) {
                defects.add(provision.id() + " 没有规则");
            }
            if (provision.decides() && cases(provision).isEmpty()) {
                defects.add(provision.id() + " 没有案例");
            }
            if (!provision.decides() && !rules(provision).isEmpty()) {
                defects.add(provision.id() + " 写着不作决定，却有规则以它为依据：" + String.join("、", rules(provision)));
            }
        });
        return defects;
    }

    /** The report, as Markdown. */
    String report() {
        StringBuilder report = new StringBuilder(HEAD);
        documents.forEach(document -> report.append(summary(document)));
        documents.forEach(document -> report.append(section(document)));
        return report.toString();
    }

    private String summary(Document document) {
        List<Provision> deciding =
                document.provisions().stream().filter(Provision::decides).toList();
        long carried = deciding.stream()
                .filter(provision ->
                        !rules(provision).isEmpty() && !cases(provision).isEmpty())
                .count();
        int all = document.provisions().size();
        return "| %s | %d | %d | %d | %d |\n"
                .formatted(document.id(), all, deciding.size(), carried, all - deciding.size());
    }

    private String section(Document document) {
        String until = document.inForceUntil() == null ? "没有写终止日期" : "到 " + document.inForceUntil();
        String secondary = document.secondary() ? "**原文只从二手资料得知。**\n" : "";
        String head = """

                ## %s

                %s《%s》，%s。自 %s 起，%s；适用地区 %s。
                %s""".formatted(
                        document.id(),
                        document.number(),
                        document.title(),
                        document.issuer(),
                        document.inForceFrom(),
                        until,
                        document.jurisdiction(),
                        secondary);
        return head + document.provisions().stream().map(this::entry).collect(Collectors.joining());
    }

    private String entry(Provision provision) {
        String ambiguities = provision.ambiguities().isEmpty() ? "" : "；" + String.join("、", provision.ambiguities());
        String carried = provision.decides()
                ? "- 规则：%s\n- 案例：%s\n".formatted(quoted(rules(provision)), String.join("、", cases(provision)))
                : "- 不作决定：%s\n".formatted(provision.whyNot());
        return "\n### %s\n\n%s（%s%s）\n\n%s"
                .formatted(provision.id(), provision.statement(), provision.family(), ambiguities, carried);
    }

    private Set<String> rules(Provision provision) {
        return rules.getOrDefault(provision.id(), Collections.emptySet());
    }

    private Set<String> cases(Provision provision) {
        return cases.getOrDefault(provision.id(), Collections.emptySet());
    }

    private static Stream<Provision> provisions(List<Document> documents) {
        return documents.stream().flatMap(document -> document.provisions().stream());
    }

    private static String quoted(Set<String> rules) {
        return rules.stream().map(rule -> "`" + rule + "`").collect(Collectors.joining("、"));
    }

    private static void add(Map<ProvisionReference, Set<String>> names, ProvisionReference provision, String name) {
        names.computeIfAbsent(provision, key -> new TreeSet<>()).add(name);
    }
}
