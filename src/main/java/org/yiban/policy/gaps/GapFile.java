package org.yiban.policy.gaps;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yiban.policy.tables.DecisionTableException;

/** Reads {@code gaps.yaml}, every value as it is written; refuses what it does not know, with file and line. */
final class GapFile {

    private static final String GAPS = "gaps";
    private static final List<String> KEYS =
            List.of("id", "families", "regions", "except", "from", "until", "when", "because", "says");
    private static final Pattern REGION = Pattern.compile("\\d{6}");
    private static final Pattern REASON =
            Pattern.compile("A\\d{2}|(before|after) [A-Z]+\\d{4}(-\\d+)?|[A-Z]+\\d{4}(-\\d+)?( art\\..+)?");

    private final String name;
    private final Set<String> ids = new HashSet<>();

    GapFile(String name) {
        this.name = name;
    }

    List<Gap> read(Reader reader) {
        Node document = compose(reader);
        if (document == null) {
            return List.of();
        }
        Map<String, Node> file = mapping(document, List.of(GAPS));
        List<Gap> gaps = new ArrayList<>();
        sequence(required(document, file, GAPS)).forEach(entry -> gaps.add(gap(entry)));
        return gaps;
    }

    private Gap gap(Node entry) {
        Map<String, Node> keys = mapping(entry, KEYS);
        String id = text(required(entry, keys, "id"));
        if (!ids.add(id)) {
            throw wrong(entry, "编号 " + id + " 出现两次");
        }
        Map<String, String> when = new LinkedHashMap<>();
        if (keys.containsKey("when")) {
            mapping(keys.get("when"), null).forEach((fact, test) -> when.put(fact, text(test)));
        }
        return new Gap(
                id,
                texts(required(entry, keys, "families"), null, ""),
                texts(keys.get("regions"), REGION, "六位行政区划代码"),
                texts(keys.get("except"), REGION, "六位行政区划代码"),
                date(keys.get("from")),
                date(keys.get("until")),
                when,
                texts(required(entry, keys, "because"), REASON, "歧义编号（A45）、条款、before 文件 或 after 文件"),
                text(required(entry, keys, "says")),
                line(entry));
    }

    private Node compose(Reader reader) {
        try {
            return new Yaml(new LoaderOptions()).compose(reader);
        } catch (YAMLException e) {
            throw new DecisionTableException("%s 不是有效的 YAML：%s".formatted(name, e.getMessage()), e);
        }
    }

    private Map<String, Node> mapping(Node node, List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "这里应是“名称: 内容”");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            if (known != null && !known.contains(key)) {
                throw wrong(entry.getKeyNode(), "没有 %s 这一项；可以写 %s".formatted(key, String.join("、", known)));
            }
            if (entries.put(key, entry.getValueNode()) != null) {
                throw wrong(entry.getKeyNode(), key + " 出现两次");
            }
        }
        return entries;
    }

    private Node required(Node entry, Map<String, Node> keys, String key) {
        if (!keys.containsKey(key)) {
            throw wrong(entry, "缺少 " + key);
        }
        return keys.get(key);
    }

    private List<Node> sequence(Node node) {
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        throw wrong(node, "这里应是一个列表，不能为空");
    }

    private List<String> texts(Node node, Pattern pattern, String allowed) {
        if (node == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence(node)) {
            String text = text(item);
            if (pattern != null && !pattern.matcher(text).matches()) {
                throw wrong(item, "不能写 %s；可以写%s".formatted(text, allowed));
            }
            texts.add(text);
        }
        return texts;
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong(node, "这里应是文字，不能为空");
    }

    private LocalDate date(Node node) {
        try {
            return node == null ? null : LocalDate.parse(text(node));
        } catch (DateTimeException e) {
            throw wrong(node, "不是日期：%s，写成 2022-10-01".formatted(text(node)));
        }
    }

    private DecisionTableException wrong(Node node, String what) {
        return new DecisionTableException("%s 第 %d 行：%s".formatted(name, line(node), what));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
