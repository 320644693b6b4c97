package org.yiban.policy.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.tables.DecisionTableException;

/** Reads the file of one document. Whatever is not as it must be is refused with file, line and entry. */
final class DocumentReader {

    private static final String NONE = "none";
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "id",
            "number",
            "title",
            "issuer",
            "jurisdiction",
            "issuedOn",
            "inForceFrom",
            "inForceUntil",
            "secondary",
            "provisions"));
    private static final Set<String> PROVISION_KEYS =
            new TreeSet<>(Set.of("id", "family", "decides", "statement", "whyNot", "ambiguities"));
    private static final Set<String> FAMILIES = new TreeSet<>(Set.of(
            "administration",
            "arrears/suspension",
            "benefit-continuity",
            "contribution-amount",
            "contribution-base",
            "deemed-years",
            "duplicate-enrolment",
            "enrolment-scope",
            "long-term-care",
            "minimum-contribution-years",
            "newborn",
            "refund-amount",
            "refund-eligibility",
            "retirement-backpay",
            "retroactive-reimbursement",
            "subsidy",
            "transfer-deadline",
            "transfer-scope",
            "waiting-period"));

    /** An article or the closing rules, then its parts: {@code art.二(一)1[a]}, {@code art.6(3)[b]}, {@code 附则[2]}. */
    private static final Pattern PLACE = Pattern.compile(
            "art\\.(\\d+|[一二三四五六七八九十]+|\\([一二三四五六七八九十]+\\))(\\([一二三四五六七八九十]+\\)|\\(\\d+\\))?\\d*(\\[[0-9a-z]])?"
                    + "|附则(\\[\\d])?");

    private final SourceFile file;
    private final Entry entry;

    private DocumentReader(SourceFile file) {
        this.file = file;
        this.entry = Entry.of(file, KEYS);
    }

    /** @throws DecisionTableException if the file is not as a document must be */
    static Document read(SourceFile file) {
        return new DocumentReader(file).document();
    }

    private Document document() {
        String id = entry.matching("id", "[A-Z]{2,3}\\d{4}(-\\d+)?", "文件简称，如 JL2022-19");
        if (!id.equals(file.stem())) {
            throw entry.wrong("id", "要与文件名一致：%s；写的是 %s".formatted(file.stem(), id));
        }
        LocalDate from = entry.date("inForceFrom");
        return new Document(
                id,
                entry.text("number"),
                entry.text("title"),
                entry.text("issuer"),
                entry.matching("jurisdiction", "\\d{6}", "六位行政区划代码，全国写 000000"),
                dateOrNone("issuedOn"),
                from,
                until(from),
                entry.has("secondary") && entry.flag("secondary"),
                file.path(),
                provisions(id));
    }

    private LocalDate until(LocalDate from) {
        LocalDate until = dateOrNone("inForceUntil");
        if (until != null && until.isBefore(from)) {
            throw entry.wrong("inForceUntil", "%s 早于 inForceFrom %s".formatted(until, from));
        }
        return until;
    }

    /** A date; {@code null} where the document itself states none. */
    private LocalDate dateOrNone(String key) {
        return entry.text(key).equals(NONE) ? null : entry.date(key);
    }

    private List<Provision> provisions(String document) {
        List<Provision> provisions = new ArrayList<>();
        Set<ProvisionReference> seen = new TreeSet<>((a, b) -> a.id().compareTo(b.id()));
        for (Entry each : entry.entries("provisions", PROVISION_KEYS)) {
            Provision provision = provision(document, each);
            if (!seen.add(provision.id())) {
                throw each.wrong("id", "出现两次");
            }
            provisions.add(provision);
        }
        return provisions;
    }

    private static Provision provision(String document, Entry entry) {
        String id = entry.text("id");
        entry.named(id);
        String place = id.startsWith(document + " ") ? id.substring(document.length() + 1) : "";
        if (!id.equals(document) && !PLACE.matcher(place).matches()) {
            throw entry.wrong("id", "要写成 %s art.6(1)[a]、%s 附则[1] 或 %s".formatted(document, document, document));
        }
        boolean decides = entry.flag("decides");
        if (decides && entry.has("whyNot")) {
            throw entry.wrong("whyNot", "只在 decides: false 时写");
        }
        return new Provision(
                new ProvisionReference(id),
                family(entry),
                decides,
                entry.text("statement"),
                decides ? null : entry.text("whyNot"),
                entry.texts("ambiguities"));
    }

    private static String family(Entry entry) {
        String family = entry.text("family");
        if (!FAMILIES.contains(family)) {
            throw entry.wrong("family", "只能写 %s；写的是 %s".formatted(String.join("、", FAMILIES), family));
        }
        return family;
    }
}
