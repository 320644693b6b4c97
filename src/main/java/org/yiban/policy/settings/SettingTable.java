package org.yiban.policy.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.policy.tables.Domain;
import org.yiban.policy.tables.Hit;
import org.yiban.policy.tables.SingleTable;

/** A settings table that is what the one who asks needs. */
public final class SettingTable {

    private static final String BASIS = "basis";

    private final SingleTable table;
    private final SettingShape shape;
    private final Map<String, Setting> rows = new LinkedHashMap<>();

    SettingTable(SingleTable table, SettingShape shape, Sources sources) {
        this.table = table;
        this.shape = shape;
        Set<String> known =
                shape.facts().stream().map(SettingShape.Asked::name).collect(Collectors.toCollection(TreeSet::new));
        table.facts().stream().filter(fact -> !known.contains(fact)).findFirst().ifPresent(fact -> {
            throw new DecisionTableException(
                    "文件 %s 问到没有的事实：%s；可以问：%s".formatted(table.file(), fact, String.join("、", known)));
        });
        if (table.collects() != shape.collects()) {
            throw new DecisionTableException(
                    "文件 %s 的命中策略应为 %s".formatted(table.file(), shape.collects() ? "COLLECT" : "UNIQUE"));
        }
        shape.facts().forEach(this::requireKnownWords);
        table.rows().forEach(row -> rows.put(row.rule(), setting(row, sources)));
        requireOneAnswer(List.of());
    }

    /**
     * What is set for the facts; empty if nothing is.
     *
     * @param values the facts of the shape, in its order
     */
    public Optional<Setting> ask(Object... values) {
        return table.ask(shape.question(List.of(values))).map(hit -> rows.get(hit.rule()));
    }

    /**
     * What is set for the facts of a table that answers every question.
     *
     * @throws DecisionTableException for facts that the shape does not have
     */
    public Setting require(Object... values) {
        return ask(values).orElseThrow(() -> unanswered(shape.question(List.of(values))));
    }

    /** All that is set for the facts, in the table's order: of a table several rows of which may answer together. */
    public List<Setting> askAll(Object... values) {
        return table.askAll(shape.question(List.of(values))).stream()
                .map(hit -> rows.get(hit.rule()))
                .toList();
    }

    /** Short digest of its file: another one whenever something is set anew. */
    public String version() {
        return table.version();
    }

    /** All that it may answer, in the order of its rows. */
    public List<Setting> rows() {
        return List.copyOf(rows.values());
    }

    /** The defect of a row that the table's shape cannot tell. */
    public DecisionTableException defect(Setting row, String message) {
        return new DecisionTableException("文件 %s 规则 %s：%s".formatted(table.file(), row.rule(), message));
    }

    /** A word that the fact cannot have would never fire. */
    private void requireKnownWords(SettingShape.Asked fact) {
        if (fact.values().isEmpty()) {
            return;
        }
        table.texts(fact.name()).stream()
                .filter(word -> !fact.values().contains(word))
                .findFirst()
                .ifPresent(word -> {
                    throw new DecisionTableException("文件 %s 列 %s 里没有 %s 这个值；可以写：%s"
                            .formatted(
                                    table.file(), fact.name(), word, String.join("、", new TreeSet<>(fact.values()))));
                });
    }

    private Setting setting(Hit row, Sources sources) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (SettingShape.Figure figure : shape.figures()) {
            Object value = row.row().get(figure.name());
            if (!(value instanceof Integer number) || number < figure.least() || number > figure.most()) {
                throw cell(row, figure.name(), "%d 到 %d 的整数".formatted(figure.least(), figure.most()));
            }
            figures.put(figure.name(), number);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (SettingShape.Text text : shape.texts()) {
            Object value = row.row().get(text.name());
            if (!(value instanceof String words) || words.isBlank() || words.length() > text.longest()) {
                throw cell(row, text.name(), "1 到 %d 个字".formatted(text.longest()));
            }
            texts.put(text.name(), words);
        }
        Map<String, Boolean> flags = new LinkedHashMap<>();
        for (String flag : shape.flags()) {
            if (!(row.row().get(flag) instanceof Boolean yes)) {
                throw cell(row, flag, "true 或 false");
            }
            flags.put(flag, yes);
        }
        if (!(row.row().get(BASIS) instanceof String basis) || !known(basis, sources)) {
            throw cell(row, BASIS, "\"%s\"，或者 sources 里有的文件或条款".formatted(Setting.AGENCY));
        }
        return new Setting(figures, texts, flags, basis, row.rule(), row.ruleText());
    }

    private static boolean known(String basis, Sources sources) {
        return basis.equals(Setting.AGENCY)
                || sources.document(basis).isPresent()
                || sources.provision(new ProvisionReference(basis)).isPresent();
    }

    private DecisionTableException cell(Hit row, String column, String allowed) {
        Object value = row.row().get(column);
        return new DecisionTableException("文件 %s 规则 %s 列 %s 的一格应为 %s，现为 %s"
                .formatted(table.file(), row.rule(), column, allowed, value == null ? "空" : value));
    }

    /** Asks everything that can make a difference. */
    private void requireOneAnswer(List<Object> values) {
        if (values.size() == shape.facts().size()) {
            Map<String, Object> question = shape.question(values);
            boolean answered = shape.collects()
                    ? !table.askAll(question).isEmpty()
                    : table.ask(question).isPresent();
            if (!answered && shape.answersAll()) {
                throw unanswered(question);
            }
            return;
        }
        for (Object value : examples(shape.facts().get(values.size()))) {
            List<Object> longer = new ArrayList<>(values);
            longer.add(value);
            requireOneAnswer(longer);
        }
    }

    private List<Object> examples(SettingShape.Asked fact) {
        Domain domain = fact.number()
                ? Domain.number(BigDecimal.ONE, BigDecimal.ZERO, null)
                : fact.values().isEmpty() ? Domain.text() : Domain.of(fact.values());
        return domain.examples(table.tests(fact.name())).stream()
                .map(example -> example instanceof BigDecimal number ? (Object) number.intValueExact() : example)
                .toList();
    }

    private DecisionTableException unanswered(Map<String, Object> question) {
        return new DecisionTableException("文件 %s 没有一行回答：%s".formatted(table.file(), SingleTable.written(question)));
    }
}
