package org.yiban.policy.sources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.tables.DecisionTableException;

/**
 * The documents behind the tables: {@code sources/<document>.yaml}, and {@code sources/ambiguities.yaml}. Read once,
 * never changed.
 */
public final class Sources {

    private static final String AMBIGUITIES = "ambiguities";
    private static final Set<String> FILE_KEYS = Set.of(AMBIGUITIES);
    private static final Set<String> AMBIGUITY_KEYS =
            new TreeSet<>(Set.of("id", "concerns", "question", "reading", "confidence"));
    private static final Map<String, Ambiguity.Confidence> CONFIDENCES = confidences();

    private static Sources packaged;

    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Map<ProvisionReference, Provision> provisions = new LinkedHashMap<>();
    private final Map<String, Ambiguity> ambiguities = new LinkedHashMap<>();

    private Sources(List<SourceFile> files) {
        files.forEach(this::read);
        if (documents.isEmpty()) {
            throw new DecisionTableException("文件夹 %s 里没有文件的数据".formatted(SourceFile.FOLDER));
        }
        provisions.values().forEach(this::requireAmbiguities);
    }

    /** The documents that are packaged with the application; they never change while it runs, and are read once. */
    public static synchronized Sources packaged() {
        if (packaged == null) {
            packaged = new Sources(SourceFile.packaged());
        }
        return packaged;
    }

    /**
     * The documents of a folder laid out as {@code processes/policy} is; the packaged ones if it has no folder
     * {@code sources}.
     *
     * @throws DecisionTableException naming file, line and entry, if a file is not as it must be
     */
    public static Sources in(Path policyFolder) {
        Path folder = policyFolder.resolve(SourceFile.FOLDER);
        return Files.isDirectory(folder) ? new Sources(SourceFile.in(folder)) : packaged();
    }

    /** All documents, by id. */
    public List<Document> documents() {
        return List.copyOf(documents.values());
    }

    /** The document that a short name stands for. */
    public Optional<Document> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** The provision that a reference names. */
    public Optional<Provision> provision(ProvisionReference id) {
        return Optional.ofNullable(provisions.get(id));
    }

    /** All open readings, by number. */
    public List<Ambiguity> ambiguities() {
        return List.copyOf(ambiguities.values());
    }

    /** The open reading of a number. */
    public Optional<Ambiguity> ambiguity(String id) {
        return Optional.ofNullable(ambiguities.get(id));
    }

    private void read(SourceFile file) {
        if (file.stem().equals(AMBIGUITIES)) {
            Entry.of(file, FILE_KEYS).entries(AMBIGUITIES, AMBIGUITY_KEYS).forEach(this::readAmbiguity);
            return;
        }
        Document document = DocumentReader.read(file);
        documents.put(document.id(), document);
        document.provisions().forEach(provision -> provisions.put(provision.id(), provision));
    }

    private void readAmbiguity(Entry entry) {
        String id = entry.matching("id", "A\\d{2}", "歧义编号，如 A03");
        entry.named(id);
        Ambiguity ambiguity = new Ambiguity(
                id,
                entry.text("concerns"),
                entry.text("question"),
                entry.text("reading"),
                entry.value("confidence", CONFIDENCES));
        if (ambiguities.put(id, ambiguity) != null) {
            throw entry.wrong("id", "出现两次");
        }
    }

    private void requireAmbiguities(Provision provision) {
        List<String> unknown = new ArrayList<>(provision.ambiguities());
        unknown.removeAll(ambiguities.keySet());
        if (!unknown.isEmpty()) {
            Document document = documents.get(provision.id().instrument());
            throw new DecisionTableException("%s %s：%s.yaml 里没有 %s"
                    .formatted(document.file(), provision.id(), AMBIGUITIES, String.join("、", unknown)));
        }
    }

    private static Map<String, Ambiguity.Confidence> confidences() {
        Map<String, Ambiguity.Confidence> confidences = new LinkedHashMap<>();
        confidences.put("high", Ambiguity.Confidence.HIGH);
        confidences.put("medium", Ambiguity.Confidence.MEDIUM);
        confidences.put("low", Ambiguity.Confidence.LOW);
        confidences.put("unrated", Ambiguity.Confidence.UNRATED);
        return confidences;
    }
}
