package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelParseException;

/** The engine's DMN library by itself: the same evaluation in the application and on the command line. */
final class TableEngine implements DmnDecisionTableEvaluationListener {

    private final TableParser parser = new TableParser();
    private final DmnEngine engine;
    private final CompiledFeel feel;
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> last = new ThreadLocal<>();

    TableEngine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this));
        configuration.setFeelEngineFactory(new CompiledFeelFactory());
        engine = configuration.buildEngine();
        feel = (CompiledFeel) configuration.getFeelEngine();
    }

    /**
     * Whether a cell lets a fact's value pass.
     *
     * @param plain the fact's plain value; {@code null} if there is none
     * @throws DecisionTableException if the cell cannot be read
     */
    boolean passes(Cell cell, Object plain) {
        try {
            return feel.passes(cell.test(), cell.column().value(plain));
        } catch (FeelException e) {
            throw new DecisionTableException(
                    "%s 的一格读不懂：%s（%s）".formatted(cell.column().fact(), cell.test(), e.getMessage()), e);
        }
    }

    List<Table> parse(TableFile file) {
        try {
            DmnModelInstance model = read(file);
            return engine.parseDecisions(model).stream()
                    .map(decision -> table(file, decision, model))
                    .toList();
        } catch (DmnEngineException | ModelParseException e) {
            throw new DecisionTableException("决策表文件 %s 读不懂：%s".formatted(file.path(), Unreadable.reason(e)), e);
        }
    }

    /**
     * Reads the model of a file.
     *
     * @throws ModelParseException if it is no XML or no DMN
     */
    DmnModelInstance read(TableFile file) {
        return parser.read(file.open());
    }

    /** The decisions of a model, as the engine reads them. */
    List<DmnDecision> decisions(DmnModelInstance model) {
        return engine.parseDecisions(model);
    }

    private Table table(TableFile file, DmnDecision decision, DmnModelInstance model) {
        Decision element = model.getModelElementById(decision.getKey());
        DecisionTable source = (DecisionTable) element.getUniqueChildElementByType(DecisionTable.class);
        if (source == null) {
            throw new DecisionTableException("文件 %s 中的 %s 不是决策表".formatted(file.path(), decision.getKey()));
        }
        List<Column> columns = source.getInputs().stream()
                .map(input -> column(
                        file, decision, input.getInputExpression().getText().getTextContent()))
                .toList();
        List<String> outputs = source.getOutputs().stream().map(Output::getName).toList();
        List<Table.TableRule> rules = source.getRules().stream()
                .map(rule -> rule(rule, columns, outputs))
                .toList();
        new CellSyntax(feel, file, decision.getKey()).requireReadable(source, columns);
        boolean collects = source.getHitPolicy() != HitPolicy.UNIQUE;
        return new Table(
                this,
                file.path(),
                file.version(),
                decision,
                collects,
                lanes(decision, columns, rules),
                rules,
                Constants.of(decision, file.version(), rules));
    }

    private List<Lane> lanes(DmnDecision decision, List<Column> columns, List<Table.TableRule> rules) {
        DmnDecisionTableImpl table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            DmnExpressionImpl input = table.getInputs().get(i).getExpression();
            int place = i;
            List<Cell> cells = new ArrayList<>();
            table.getRules()
                    .forEach(rule -> cells.add(cell(column, rule.getConditions().get(place))));
            lanes.add(new Lane(
                    this,
                    column,
                    cells,
                    InputType.of(input.getTypeDefinition().getTypeName()).orElse(null)));
        }
        return lanes;
    }

    private static Cell cell(Column column, DmnExpressionImpl condition) {
        String test = condition.getExpression() == null
                ? ""
                : condition.getExpression().strip();
        return Cell.asksNothing(test) ? null : new Cell(column, test);
    }

    private static Column column(TableFile file, DmnDecision decision, String expression) {
        Column column = Column.of(expression);
        if (column == null) {
            throw new DecisionTableException(
                    "文件 %s 中的 %s：输入只能写事实的名称或 date(名称)，不能写 %s".formatted(file.path(), decision.getKey(), expression));
        }
        return column;
    }

    private static Table.TableRule rule(Rule rule, List<Column> columns, List<String> outputs) {
        List<Cell> cells = new ArrayList<>();
        List<InputEntry> entries = List.copyOf(rule.getInputEntries());
        for (int i = 0; i < columns.size(); i++) {
            String test = entries.get(i).getText().getTextContent().strip();
            if (!Cell.asksNothing(test)) {
                cells.add(new Cell(columns.get(i), test));
            }
        }
        Map<String, String> stated = new LinkedHashMap<>();
        List<OutputEntry> results = List.copyOf(rule.getOutputEntries());
        for (int i = 0; i < outputs.size(); i++) {
            String constant = results.get(i).getText().getTextContent().strip();
            if (!constant.isEmpty()) {
                stated.put(outputs.get(i), constant);
            }
        }
        String text = rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
        return new Table.TableRule(rule.getId(), text, cells, stated);
    }

    /** Evaluates a table and tells which rows fired: the result says what, the event says which. */
    DmnDecisionTableEvaluationEvent evaluate(DmnDecision decision, Map<String, Object> facts) {
        try {
            engine.evaluateDecisionTable(decision, facts);
            return last.get();
        } catch (DmnEngineException | FeelException e) {
            throw new DecisionTableException("决策表 %s 不能作答：%s".formatted(decision.getKey(), e.getMessage()), e);
        } finally {
            last.remove();
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        last.set(event);
    }
}
