package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiban.policy.Fact;
import org.yiban.policy.families.Family;
import org.yiban.policy.gaps.Gap;
import org.yiban.region.Region;

/** What {@code gaps.yaml} says, for people to read. */
final class GapsDocument {

    private static final Pattern TEXT = Pattern.compile("\"(\\w+)\"");
    private static final Pattern DATE = Pattern.compile("date\\(\"([^\"]+)\"\\)");

    private GapsDocument() {}

    static String of(Map<String, Family> families, List<Gap> gaps) {
        StringBuilder page = new StringBuilder("""
                # 空白：没有文件作答、转人工的问题

                由 `processes/policy/gaps.yaml` 生成，不要手改：改了那个文件以后，用 `mvn -q test -Dtest=GapsDocumentTest -Dyiban.write=true` 重新生成。

                每一条是一类空白，写明为什么没有文件作答：歧义编号（A45）、条款，或者在某份文件施行之前、失效之后。`GapSweepTest` 逐个地区、日期、事实的组合检查：没有命中任何规则的，至少有一条说到；有规则作答的，没有一条说到。表里自己写明 `REFER` 的不算空白。
                """);
        families.values().forEach(family -> {
            List<Gap> own = gaps.stream()
                    .filter(gap -> gap.families().contains(family.name()))
                    .toList();
            page.append("\n## ")
                    .append(family.label())
                    .append("（`")
                    .append(family.name())
                    .append("`）\n\n");
            if (own.isEmpty()) {
                page.append("没有空白。\n");
            } else {
                page.append("| 编号 | 地区 | 业务日期 | 事实 | 理由 | 说明 |\n|---|---|---|---|---|---|\n");
                own.forEach(gap -> page.append(line(family, gap)));
            }
        });
        return page.toString();
    }

    private static String line(Family family, Gap gap) {
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        gap.id(),
                        regions(gap),
                        period(gap),
                        facts(family, gap),
                        gap.because().stream().map(GapsDocument::reason).collect(Collectors.joining("；")),
                        gap.says());
    }

    private static String regions(Gap gap) {
        String named = gap.regions().isEmpty() ? "任何地区" : names(gap.regions());
        return gap.except().isEmpty() ? named : named + "，" + names(gap.except()) + "除外";
    }

    private static String names(List<String> codes) {
        return codes.stream()
                .map(code -> SweptPolicy.REGIONS.require("region", code))
                .map(Region::name)
                .collect(Collectors.joining("、"));
    }

    private static String period(Gap gap) {
        if (gap.from() == null && gap.until() == null) {
            return "任何日期";
        }
        String from = gap.from() == null ? "" : "自 %s ".formatted(gap.from());
        return (from + (gap.until() == null ? "" : "至 " + gap.until())).strip();
    }

    private static String facts(Family family, Gap gap) {
        if (gap.when().isEmpty()) {
            return "不论";
        }
        Map<String, Fact> known = SweptPolicy.facts(family.name());
        StringJoiner facts = new StringJoiner("；");
        List<String> order = new ArrayList<>(known.keySet());
        Map<Integer, String> asked = new TreeMap<>();
        gap.when().forEach((name, test) -> asked.put(order.indexOf(name), test(known.get(name), test)));
        asked.values().forEach(facts::add);
        return facts.toString();
    }

    private static String test(Fact fact, String test) {
        String text = DATE.matcher(test).replaceAll("$1");
        List<String> values = TEXT.matcher(text)
                .results()
                .map(value -> fact.choices().getOrDefault(value.group(1), value.group(1)))
                .toList();
        if (values.isEmpty()) {
            text = text.equals("true") ? "是" : text.equals("false") ? "否" : "`" + text + "`";
        } else {
            text = (test.startsWith("not(") ? "不是" : "") + String.join("、", values);
        }
        return fact.label() + "：" + text;
    }

    private static String reason(String reason) {
        if (reason.startsWith("before ")) {
            return reason.substring("before ".length()) + " 施行之前";
        }
        return reason.startsWith("after ") ? reason.substring("after ".length()) + " 失效之后" : reason;
    }
}
