package org.yiban.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yiban.YibanTest;
import org.yiban.access.Role;
import org.yiban.backpay.BackpayModel;
import org.yiban.backpay.arrears.ArrearsModel;
import org.yiban.backpay.plan.PlanModel;
import org.yiban.bulk.BulkModel;
import org.yiban.duplicate.DuplicateModel;
import org.yiban.enquiry.EnquiryModel;
import org.yiban.payment.PaymentModel;
import org.yiban.publication.PublicationModel;
import org.yiban.referral.ReferralModel;
import org.yiban.refund.RefundModel;
import org.yiban.transfer.TransferModel;
import org.yiban.transfer.balance.BalanceModel;
import org.yiban.transfer.gap.GapModel;
import org.yiban.workflow.CaseDelegate;
import org.yiban.workflow.CaseVariables;
import org.yiban.workflow.Variable;
import org.yiban.workflow.clock.SupervisionModel;

/** Holds every BPMN model and every form to the rules of the house. */
@YibanTest
class ModelConventionsTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path BLOCKS = Path.of("forms", "blocks");
    private static final Path PAGES = Path.of("src", "main", "resources", "templates");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{!?([A-Za-z]+)}");
    private static final Pattern CLOCK =
            Pattern.compile("\\$\\{caseClock\\.(dueAt|atRiskAt|overdueAt|within)\\(execution(, '[A-Z_]+')?\\)}");
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z]+([A-Z][a-z]+)*");
    private static final List<Class<?>> MODEL_NAMES = List.of(
            TransferModel.class,
            GapModel.class,
            BalanceModel.class,
            EnquiryModel.class,
            ReferralModel.class,
            PaymentModel.class,
            PublicationModel.class,
            SupervisionModel.class,
            BulkModel.class,
            RefundModel.class,
            DuplicateModel.class,
            BackpayModel.class,
            PlanModel.class,
            ArrearsModel.class);

    /** Groups that the case itself says. */
    private static final Set<String> GROUPS_OF_THE_CASE = Set.of(
            "${" + PublicationModel.ANALYSTS.name() + "}",
            "${" + RefundModel.APPROVERS.name() + "}",
            "${" + BackpayModel.APPROVERS.name() + "}");

    /** Processes of files, batches and tables, which belong to no case. */
    private static final Set<String> WITHOUT_CASE = Set.of("bulk", "payment", "publication");

    @Autowired
    ApplicationContext context;

    static Stream<Path> models() throws IOException {
        return files(PROCESSES, ".bpmn").stream();
    }

    static Stream<Path> forms() throws IOException {
        return files(Path.of("forms"), ".html").stream().filter(file -> !file.startsWith(BLOCKS));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aProcessSaysWhatItIsAndHowLongItsHistoryIsKept(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Bpmn.validateModel(model);

        Collection<Process> processes = model.getModelElementsByType(Process.class);

        assertThat(processes).hasSize(1);
        Process process = processes.iterator().next();
        assertThat(process.getId()).matches(CAMEL);
        assertThat(process.getName()).containsPattern(CHINESE);
        assertThat(process.getDocumentations()).isNotEmpty();
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaVersionTag()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
        assertThat(fileName(file)).matches(KEBAB).isEqualTo(kebab(process.getId()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementIsNamedByTypeAndMeaningAndShownInTheDiagram(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Set<String> shown = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .map(BaseElement::getId)
                .collect(Collectors.toSet());

        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            assertThat(element.getId())
                    .matches(
                            "(start|end|catch|boundary|gateway|flow|userTask|serviceTask|callActivity|subProcess)_[a-zA-Z]+");
            assertThat(shown).contains(element.getId());
            if (element instanceof FlowNode) {
                assertThat(element.getName()).as(element.getId()).containsPattern(CHINESE);
            }
        }
        for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            assertThat(gateway.getOutgoing()).as(gateway.getId()).allSatisfy(flow -> assertThat(flow.getName())
                    .isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyServiceTaskCallsADelegateThatExists(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());

        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            Matcher bean = EXPRESSION.matcher(String.valueOf(task.getCamundaDelegateExpression()));
            assertThat(bean.matches()).as(task.getId()).isTrue();
            assertThat(context.getBean(bean.group(1))).isInstanceOf(CaseDelegate.class);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasAFormAndTheQueueOfARole(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());

        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            assertThatFormExists(task.getCamundaFormKey());
            String groups = task.getCamundaCandidateGroups();
            if (GROUPS_OF_THE_CASE.contains(groups)) {
                continue;
            }
            assertThat(groups).endsWith("${pool}");
            String role = groups.replace("${pool}", "");
            assertThat(Stream.of(Role.values()).map(r -> r.name().toLowerCase(Locale.ROOT)))
                    .contains(role);
        }
        model.getModelElementsByType(StartEvent.class).stream()
                .map(StartEvent::getCamundaFormKey)
                .filter(key -> key != null)
                .forEach(ModelConventionsTest::assertThatFormExists);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskOfACaseHasATerm(Path file) {
        if (WITHOUT_CASE.contains(file.getParent().getFileName().toString())) {
            return;
        }
        assertThat(Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class))
                .allSatisfy(task ->
                        assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("models")
    void expressionsAndMessagesUseOnlyWhatTheCodeDeclares(Path file) throws IOException {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Set<String> declared = new TreeSet<>(variablesOf(CaseVariables.class));
        Set<String> messages = new TreeSet<>();
        MODEL_NAMES.forEach(names -> {
            declared.addAll(variablesOf(names));
            messages.addAll(textsOf(names, "message_"));
        });

        String text = Files.readString(file);
        Set<String> used = EXPRESSION
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.endsWith("Delegate"))
                .collect(Collectors.toSet());
        assertThat(declared).containsAll(used);
        assertThat(EXPRESSION.matcher(CLOCK.matcher(text).replaceAll("")).replaceAll(""))
                .doesNotContain("${");
        assertThat(messages)
                .containsAll(model.getModelElementsByType(Message.class).stream()
                        .map(Message::getName)
                        .toList());
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                assertThat(flow.getConditionExpression().getTextContent()).matches(EXPRESSION);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormStandsOnTheKitAndSendsNoVariablesToTheEngine(Path file) throws IOException {
        String form = Files.readString(file);

        assertThat(fileName(file)).matches(KEBAB);
        assertThat(form)
                .contains("cam-script")
                .containsPattern("yiban\\.taskForm\\(camForm")
                .containsPattern(CHINESE);
        assertThat(form).doesNotContain("cam-variable-name").doesNotContain("variableManager");
        assertThat(files(PROCESSES.resolve(file.getParent().getFileName()), ".bpmn"))
                .anySatisfy(model -> assertThat(Files.readString(model)).contains(formKey(file)));
    }

    @Test
    void everyBlockIsShownByMoreThanOneFormOrPage() throws IOException {
        List<String> shown = new ArrayList<>();
        for (Path file : Stream.concat(forms(), files(PAGES, ".html").stream()).toList()) {
            shown.add(Files.readString(file));
        }

        assertThat(files(BLOCKS, ".html")).isNotEmpty().allSatisfy(block -> assertThat(shown)
                .filteredOn(file -> file.contains("<!-- block " + fileName(block) + " -->")
                        || file.contains("~{blocks/" + fileName(block) + "}")
                        || file.contains("~{blocks/" + fileName(block) + " ::"))
                .hasSizeGreaterThan(1));
    }

    private static void assertThatFormExists(String formKey) {
        String prefix = "embedded:deployment:";
        assertThat(formKey).startsWith(prefix + "forms/");
        assertThat(Path.of(formKey.substring(prefix.length()))).exists();
    }

    private static String formKey(Path form) {
        return "embedded:deployment:forms/" + form.getParent().getFileName() + "/" + form.getFileName();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String fileName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Set<String> variablesOf(Class<?> names) {
        return constants(names, Variable.class).stream().map(Variable::name).collect(Collectors.toSet());
    }

    private static Set<String> textsOf(Class<?> names, String prefix) {
        return constants(names, String.class).stream()
                .filter(text -> text.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    private static <T> List<T> constants(Class<?> names, Class<T> type) {
        return Stream.of(names.getFields())
                .filter(field -> type.isAssignableFrom(field.getType()))
                .map(field -> type.cast(value(field)))
                .toList();
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
