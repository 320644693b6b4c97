package org.yiban.policy.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelParseException;

/** All tables of a set as they are written. Files that cannot be read are told, the others are read all the same. */
public final class WrittenTables {

    private final TableEngine engine = new TableEngine();
    private final List<WrittenTable> tables = new ArrayList<>();
    private final Map<WrittenTable, DmnDecision> decisions = new IdentityHashMap<>();
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    private WrittenTables(List<TableFile> files) {
        files.forEach(this::read);
    }

    /** The tables that are packaged with the application. */
    public static WrittenTables packaged() {
        return new WrittenTables(TableFile.packaged());
    }

    /**
     * The tables of a folder laid out as {@code processes/policy} is.
     *
     * @throws DecisionTableException if the folder cannot be read
     */
    public static WrittenTables in(Path folder) {
        return new WrittenTables(TableFile.in(folder));
    }

    /** The tables of some files. */
    public static WrittenTables of(Collection<TableFile> files) {
        return new WrittenTables(List.copyOf(files));
    }

    /** The tables that could be read. */
    public List<WrittenTable> tables() {
        return List.copyOf(tables);
    }

    /** The files that could not be read, and why. */
    public Map<String, String> unreadable() {
        return Map.copyOf(unreadable);
    }

    /**
     * The ids of all rows of a table that fire on the facts, whatever its hit policy, as the engine judges.
     *
     * @param facts plain values by name
     * @throws DecisionTableException if the engine cannot evaluate the table
     */
    public List<String> fired(WrittenTable table, Map<String, Object> facts) {
        return engine.evaluate(decisions.get(table), facts).getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList();
    }

    private void read(TableFile file) {
        try {
            DmnModelInstance model = engine.read(file);
            Map<String, WrittenTable> read = new LinkedHashMap<>();
            for (Decision decision : model.getModelElementsByType(Decision.class)) {
                DecisionTable table = (DecisionTable) decision.getUniqueChildElementByType(DecisionTable.class);
                if (table == null) {
                    unreadable.put(file.path(), "%s 不是决策表".formatted(decision.getId()));
                    return;
                }
                read.put(decision.getId(), table(file, decision, table));
                table.setHitPolicy(HitPolicy.COLLECT);
                table.removeAttribute("aggregation");
            }
            engine.decisions(model).forEach(decision -> decisions.put(read.get(decision.getKey()), decision));
            tables.addAll(read.values());
        } catch (DmnEngineException | ModelParseException e) {
            unreadable.put(file.path(), Unreadable.reason(e));
        }
    }

    private static WrittenTable table(TableFile file, Decision decision, DecisionTable table) {
        BuiltinAggregator aggregation = table.getAggregation();
        return new WrittenTable(
                file.path(),
                decision.getId(),
                table.getHitPolicy().name().replace('_', ' '),
                aggregation == null ? null : aggregation.name(),
                table.getInputs().stream().map(WrittenTables::input).toList(),
                table.getOutputs().stream().map(WrittenTables::output).toList(),
                table.getRules().stream().map(WrittenTables::rule).toList());
    }

    private static WrittenTable.Input input(Input input) {
        return new WrittenTable.Input(
                label(input.getLabel()),
                input.getInputExpression() == null
                        ? ""
                        : content(input.getInputExpression().getText()),
                input.getInputExpression() == null
                        ? null
                        : input.getInputExpression().getTypeRef(),
                input.getInputValues() == null
                        ? ""
                        : content(input.getInputValues().getText()));
    }

    private static WrittenTable.Output output(Output output) {
        return new WrittenTable.Output(
                label(output.getLabel()),
                output.getName(),
                output.getTypeRef(),
                output.getOutputValues() == null
                        ? ""
                        : content(output.getOutputValues().getText()));
    }

    private static WrittenTable.Rule rule(Rule rule) {
        Description text = rule.getDescription();
        return new WrittenTable.Rule(
                rule.getId(),
                text == null ? "" : text.getTextContent().strip(),
                cells(rule.getInputEntries()),
                cells(rule.getOutputEntries()));
    }

    private static List<String> cells(Collection<? extends DmnElement> entries) {
        return entries.stream()
                .map(entry -> content((Text) entry.getUniqueChildElementByType(Text.class)))
                .map(cell -> Cell.asksNothing(cell) ? "" : cell)
                .toList();
    }

    private static String label(String written) {
        return written == null ? "" : written.strip();
    }

    private static String content(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
