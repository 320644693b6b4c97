package org.yiban.benchmark;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.yiban.policy.tables.WrittenTable;

/**
 * KIE DMN on the same table. What KIE needs beside Camunda: input data that the decision requires, types of FEEL
 * ({@code number}, not {@code integer}), {@code -} where a cell is empty, and the row's id as an output of its own, since
 * KIE does not tell it otherwise without a listener.
 */
final class KieVariant {

    private static final String NAMESPACE = "https://yiban.org/policy";
    private static final String RULE = "ruleId";

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final String table;
    private final Set<String> inputs;

    KieVariant(WrittenTable written) {
        table = written.id();
        inputs = facts(written);
        Resource resource = ResourceFactory.newReaderResource(new StringReader(adapted(written)), "UTF-8");
        resource.setSourcePath(table + ".dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(e -> new IllegalStateException("KIE cannot read the table", e));
        model = runtime.getModel(NAMESPACE, table);
        if (model.hasErrors()) {
            throw new IllegalStateException("KIE cannot read the table: " + model.getMessages());
        }
    }

    /** The row that fires. */
    String rule(Map<String, Object> facts) {
        DMNContext context = runtime.newContext();
        for (String input : inputs) {
            context.set(input, facts.get(input));
        }
        DMNResult result = runtime.evaluateAll(model, context);
        Object said = result.getDecisionResultByName(table).getResult();
        return said == null ? String.valueOf(result.getMessages()) : (String) ((Map<?, ?>) said).get(RULE);
    }

    private static Set<String> facts(WrittenTable table) {
        Set<String> facts = new TreeSet<>();
        table.inputs().forEach(input -> facts.add(input.fact()));
        return facts;
    }

    private static String adapted(WrittenTable table) {
        StringBuilder xml = new StringBuilder();
        xml.append("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"%s\" namespace=\"%s\">"
                .formatted(table.id(), NAMESPACE));
        for (String fact : facts(table)) {
            xml.append("<inputData id=\"i_%s\" name=\"%s\"><variable name=\"%s\"/></inputData>".formatted(fact, fact, fact));
        }
        xml.append("<decision id=\"t\" name=\"%s\"><variable name=\"%s\"/>".formatted(table.id(), table.id()));
        int n = 0;
        for (String fact : facts(table)) {
            xml.append("<informationRequirement id=\"r%d\"><requiredInput href=\"#i_%s\"/></informationRequirement>"
                    .formatted(n++, fact));
        }
        xml.append("<decisionTable id=\"dt\" hitPolicy=\"UNIQUE\">");
        for (WrittenTable.Input input : table.inputs()) {
            xml.append("<input id=\"in%d\"><inputExpression id=\"ie%d\"%s><text>%s</text></inputExpression></input>"
                    .formatted(n, n++, type(input.typeRef()), escaped(input.expression())));
        }
        for (WrittenTable.Output output : table.outputs()) {
            xml.append("<output id=\"o%d\" name=\"%s\"%s/>".formatted(n++, output.name(), type(output.typeRef())));
        }
        xml.append("<output id=\"o%d\" name=\"%s\" typeRef=\"string\"/>".formatted(n++, RULE));
        for (WrittenTable.Rule rule : table.rules()) {
            xml.append("<rule id=\"rule%d\">".formatted(n++));
            for (String cell : rule.asks()) {
                xml.append("<inputEntry id=\"c%d\"><text>%s</text></inputEntry>"
                        .formatted(n++, cell.isEmpty() ? "-" : escaped(cell)));
            }
            for (String cell : rule.says()) {
                xml.append("<outputEntry id=\"c%d\"><text>%s</text></outputEntry>"
                        .formatted(n++, cell.isEmpty() ? "null" : escaped(cell)));
            }
            xml.append("<outputEntry id=\"c%d\"><text>\"%s\"</text></outputEntry></rule>".formatted(n++, rule.id()));
        }
        return xml.append("</decisionTable></decision></definitions>").toString();
    }

    private static String type(String typeRef) {
        if (typeRef == null) {
            return "";
        }
        boolean number = typeRef.equals("integer") || typeRef.equals("double");
        return " typeRef=\"%s\"".formatted(number ? "number" : typeRef);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
