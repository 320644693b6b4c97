package org.yiban.policy.sources;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yiban.policy.tables.DecisionTableException;

/** A block of keys in a YAML file. Reads strictly and says in every error in which file, line and entry it is. */
final class Entry {

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private String name;

    private Entry(String file, Node node, Set<String> keys) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "这里要写一组“键: 值”");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (!keys.contains(key)) {
                throw wrong(tuple.getKeyNode(), "不认识的键 %s；可以写：%s".formatted(key, String.join("、", keys)));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), "键 %s 出现两次".formatted(key));
            }
        }
    }

    /** The only block of a file. */
    static Entry of(SourceFile file, Set<String> keys) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        try {
            Node root = new Yaml(options).compose(new StringReader(file.text()));
            if (root == null) {
                throw new DecisionTableException("%s：文件是空的".formatted(file.path()));
            }
            return new Entry(file.path(), root, keys);
        } catch (MarkedYAMLException e) {
            throw new DecisionTableException(
                    "%s%s：不是合格的 YAML（%s）".formatted(file.path(), line(e.getProblemMark()), e.getProblem()), e);
        } catch (YAMLException e) {
            throw new DecisionTableException("%s：不是合格的 YAML（%s）".formatted(file.path(), e.getMessage()), e);
        }
    }

    /** The blocks listed under a key, at least one. */
    List<Entry> entries(String key, Set<String> keys) {
        List<Entry> entries = new ArrayList<>();
        for (Node item : list(key, required(key))) {
            entries.add(new Entry(file, item, keys));
        }
        if (entries.isEmpty()) {
            throw wrong(values.get(key), key + " 至少要有一条");
        }
        return entries;
    }

    /** Says of which entry errors speak from now on. */
    void named(String entry) {
        name = entry;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text that is not blank. */
    String text(String key) {
        String text = scalar(required(key)).strip();
        if (text.isEmpty()) {
            throw wrong(values.get(key), key + " 没有写内容");
        }
        return text;
    }

    /** Texts listed under a key; none if the key is absent. */
    List<String> texts(String key) {
        return has(key) ? list(key, values.get(key)).stream().map(this::scalar).toList() : List.of();
    }

    LocalDate date(String key) {
        String text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(key, "要写实有的日期，如 2022-04-01；写的是 " + text);
        }
    }

    boolean flag(String key) {
        String text = text(key);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(key, "只能写 true 或 false；写的是 " + text);
        }
        return text.equals("true");
    }

    /** A text that a pattern describes. */
    String matching(String key, String pattern, String allowed) {
        String text = text(key);
        if (!text.matches(pattern)) {
            throw wrong(key, "要写%s；写的是 %s".formatted(allowed, text));
        }
        return text;
    }

    /** A value read from a text, which is refused with what is allowed if it cannot be read. */
    <T> T value(String key, Map<String, T> allowed) {
        String text = text(key);
        T value = allowed.get(text);
        if (value == null) {
            throw wrong(key, "只能写 %s；写的是 %s".formatted(String.join("、", allowed.keySet()), text));
        }
        return value;
    }

    DecisionTableException wrong(String key, String what) {
        return wrong(values.getOrDefault(key, node), key + " " + what);
    }

    private Node required(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw wrong(node, "缺少 " + key);
        }
        return value;
    }

    private List<Node> list(String key, Node value) {
        if (!(value instanceof SequenceNode sequence)) {
            throw wrong(value, key + " 要写成列表");
        }
        return sequence.getValue();
    }

    private String scalar(Node value) {
        if (!(value instanceof ScalarNode text)) {
            throw wrong(value, "这里只能写一个值");
        }
        return text.getValue();
    }

    private DecisionTableException wrong(Node where, String what) {
        String entry = name == null ? "" : " " + name;
        return new DecisionTableException("%s%s%s：%s".formatted(file, line(where.getStartMark()), entry, what));
    }

    private static String line(Mark mark) {
        return mark == null ? "" : " 第 %d 行".formatted(mark.getLine() + 1);
    }
}
