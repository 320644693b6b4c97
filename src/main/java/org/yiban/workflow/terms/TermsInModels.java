package org.yiban.workflow.terms;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses a model whose terms of working days make no sense, as far as they are written out in it. */
class TermsInModels extends AbstractBpmnParseListener {

    private static final Set<String> DATES = Set.of("timeDate", "timeDuration");
    private static final Set<String> DATE_ATTRIBUTES = Set.of("dueDate", "followUpDate");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private static void check(Element element) {
        if (DATES.contains(element.getTagName())) {
            check(element, element.getText());
        }
        if (element.getTagName().equals("timeCycle")) {
            refuseWorkingDays(element);
        }
        for (String key : element.attributes()) {
            if (DATE_ATTRIBUTES.contains(key.substring(key.lastIndexOf(':') + 1))) {
                check(element, element.attribute(key));
            }
        }
        element.elements().forEach(TermsInModels::check);
    }

    private static void check(Element element, String text) {
        String written = writtenOut(text);
        try {
            WorkingDayTerm.parse(written);
        } catch (IllegalArgumentException e) {
            throw new BpmnParseException(e.getMessage(), element);
        }
    }

    private static void refuseWorkingDays(Element element) {
        String written = writtenOut(element.getText());
        if (WorkingDayTerm.meant(written)) {
            throw new BpmnParseException(
                    "循环定时器不能按工作日计：" + written + "。 A timer cycle does not count working days.", element);
        }
    }

    /** What of a text needs no evaluation: all of it, or the part after an expression for the first day. */
    private static String writtenOut(String text) {
        if (text == null || !text.contains("{")) {
            return text;
        }
        return text.substring(text.lastIndexOf('}') + 1).replaceFirst("^/", "");
    }
}
