package org.yiban.access.hardening;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reads each model before it is deployed and refuses what would let it run code of its own: scripts in any place, classes
 * by name, shell and mail tasks, connectors, beans outside {@link ModelBeans}, and expressions that reach for reflection or
 * the engine. A model that names a delegate we do not have is refused as well, so a slip shows at the start.
 */
class ModelGuard extends AbstractBpmnParseListener {

    private static final Set<String> REFUSED_ELEMENTS = Set.of("scriptTask", "script", "connector");
    private static final Set<String> REFUSED_ATTRIBUTES =
            Set.of("class", "scriptFormat", "formHandlerClass", "variableMappingClass");
    private static final Set<String> REFUSED_TYPES = Set.of("shell", "mail");
    private static final Set<String> BEAN_ATTRIBUTES =
            Set.of("delegateExpression", "variableMappingDelegateExpression");
    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}?");
    private static final Pattern OUT_OF_BOUNDS =
            Pattern.compile("\\b(" + ModelExpressions.OUT_OF_BOUNDS.pattern() + ")\\b");

    private final ModelBeans beans;

    ModelGuard(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private void check(Element element) {
        if (REFUSED_ELEMENTS.contains(element.getTagName())) {
            throw refusal(element, element.getTagName());
        }
        for (String key : element.attributes()) {
            checkAttribute(element, key.substring(key.lastIndexOf(':') + 1), element.attribute(key));
        }
        checkExpressions(element, element.getText());
        element.elements().forEach(this::check);
    }

    private void checkAttribute(Element element, String name, String value) {
        boolean script = element.getTagName().equals("conditionExpression")
                && (name.equals("language") || name.equals("resource"));
        boolean program = name.equals("type") && REFUSED_TYPES.contains(value);
        if (REFUSED_ATTRIBUTES.contains(name) || script || program) {
            throw refusal(element, name);
        }
        if (BEAN_ATTRIBUTES.contains(name)) {
            Matcher bean = BEAN.matcher(value);
            if (!bean.matches() || !beans.containsKey(bean.group(1))) {
                throw refusal(element, value);
            }
        }
        checkExpressions(element, value);
    }

    private static void checkExpressions(Element element, String text) {
        if (text == null) {
            return;
        }
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            if (OUT_OF_BOUNDS.matcher(expression.group()).find()) {
                throw refusal(element, expression.group());
            }
        }
    }

    private static BpmnParseException refusal(Element element, String what) {
        return new BpmnParseException(
                "模型中不允许使用 " + what + "：只能调用本系统名称以 Delegate 或 Listener 结尾的组件，不得含脚本、类名或外部程序。", element);
    }
}
