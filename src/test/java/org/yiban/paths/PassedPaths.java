package org.yiban.paths;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * Which flow nodes and sequence flows of models the tests of this JVM have passed, by {@link PathRecorder}. The report of a
 * model stands in {@code target/process-coverage}: its own diagram, what was not passed in red, and the figures beside it.
 *
 * <p>The community's process test coverage would do as much with a process engine of its own configuration; here the
 * application's engine is the one under test.
 */
public final class PassedPaths {

    private static final Path REPORTS = Path.of("target", "process-coverage");
    private static final Map<String, Set<String>> PASSED = new ConcurrentHashMap<>();

    private final Path model;
    private final String process;
    private final String share;
    private final Predicate<Set<String>> belongs;

    /** @param belongs by the node that an element is or leaves, and the subprocess that it stands in */
    private PassedPaths(Path model, String process, String share, Predicate<Set<String>> belongs) {
        this.model = model;
        this.process = process;
        this.share = share;
        this.belongs = belongs;
    }

    /** The paths of a model: {@code refund/refund-request.bpmn}, {@code refundRequest}. */
    public static PassedPaths of(String file, String process) {
        return new PassedPaths(Path.of("processes", file), process, process, places -> true);
    }

    /** Those of subprocesses or nodes, with the flows that leave these: what one class of tests passes of it. */
    public PassedPaths only(String... these) {
        List<String> share = List.of(these);
        return new PassedPaths(
                model, process, process + "-" + share.get(0), places -> !Collections.disjoint(places, share));
    }

    /** Those outside of subprocesses or nodes, which other tests pass. */
    public PassedPaths without(String... these) {
        List<String> others = List.of(these);
        return new PassedPaths(model, process, process, places -> Collections.disjoint(places, others));
    }

    static void passed(String process, String element) {
        PASSED.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet()).add(element);
    }

    /** Writes the report and says which elements nothing passed: flow nodes first, then sequence flows. */
    public List<String> notPassed() {
        Set<String> passed = PASSED.getOrDefault(process, Set.of());
        Map<String, Set<String>> all = new TreeMap<>();
        Set<String> awaited = new TreeSet<>();
        Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                .filter(element -> belongs.test(placesOf(element)))
                .forEach(element -> {
                    all.computeIfAbsent(
                                    element instanceof FlowNode ? "flow nodes" : "sequence flows",
                                    key -> new TreeSet<>())
                            .add(element.getId());
                    if (wasAwaited(element, passed)) {
                        awaited.add(element.getId());
                    }
                });
        List<String> missing = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        all.forEach((kind, elements) -> {
            List<String> open = elements.stream()
                    .filter(element -> !passed.contains(element) && !awaited.contains(element))
                    .toList();
            missing.addAll(open);
            lines.add(
                    "%s: %s passed %d of %d".formatted(process, kind, elements.size() - open.size(), elements.size()));
            open.forEach(element -> lines.add("  not passed: " + element));
        });
        write(lines, missing);
        return missing;
    }

    /** The node that an element is or leaves, and the subprocess that it stands in. */
    private static Set<String> placesOf(FlowElement element) {
        Set<String> places = new TreeSet<>();
        places.add(element instanceof SequenceFlow flow ? flow.getSource().getId() : element.getId());
        if (element.getParentElement() instanceof SubProcess inside) {
            places.add(inside.getId());
        }
        return places;
    }

    /** The engine waits at an event-based gateway itself and takes none of its flows: the event that came says which. */
    private static boolean wasAwaited(FlowElement element, Set<String> passed) {
        return element instanceof SequenceFlow flow
                && flow.getSource() instanceof EventBasedGateway
                && passed.contains(flow.getTarget().getId());
    }

    private void write(List<String> lines, List<String> missing) {
        try {
            Files.createDirectories(REPORTS);
            Files.write(REPORTS.resolve(share + ".txt"), lines);
            Files.writeString(REPORTS.resolve(share + ".bpmn"), coloured(Files.readString(model), missing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model's diagram as the Modeler shows it, with what nothing passed in red. */
    private static String coloured(String xml, List<String> missing) {
        String coloured = xml.replaceFirst(
                "<bpmn:definitions ", "<bpmn:definitions xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\" ");
        for (String element : missing) {
            coloured = coloured.replace(
                    "bpmnElement=\"" + element + "\"", "bpmnElement=\"" + element + "\" bioc:stroke=\"#c00\"");
        }
        return coloured;
    }
}
