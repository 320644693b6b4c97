package org.yiban.policy.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.CitedProvision;
import org.yiban.policy.Policies;
import org.yiban.policy.sources.Document;

/** Documents and provisions in words; texts in which short names of documents and numbers of open readings stand. */
final class ProvisionWords {

    private static final Pattern READINGS = Pattern.compile("（A\\d{2}(?:、A\\d{2})*）|[，、]A\\d{2}(?=）)");
    private static final Pattern INSTRUMENT = Pattern.compile("[A-Z]{2,3}\\d{4}(?:-\\d+)?");
    private static final Pattern OWN_PARTS = Pattern.compile("\\[[^\\]]*\\]");
    private static final String AGENCY = "AGENCY";

    private final Policies policies;

    ProvisionWords(Policies policies) {
        this.policies = policies;
    }

    /** What provisions say, one place of a document a sentence; a document's name and title once. */
    List<String> cite(List<ProvisionReference> provisions) {
        Map<String, Map<String, List<String>>> places = new LinkedHashMap<>();
        List<String> sentences = new ArrayList<>();
        for (CitedProvision cited : policies.cite(provisions)) {
            if (cited.id().equals(AGENCY)) {
                sentences.add("文件没有规定，由本机构决定。");
            } else if (cited.statement() != null) {
                places.computeIfAbsent(document(new ProvisionReference(cited.id())), key -> new LinkedHashMap<>())
                        .computeIfAbsent(cited.place(), key -> new ArrayList<>())
                        .add(Chinese.sentence(text(cited.statement())));
            }
        }
        places.forEach((document, says) -> {
            String named = document;
            for (Map.Entry<String, List<String>> place : says.entrySet()) {
                sentences.add("依据" + named + place.getKey() + "：" + String.join("", place.getValue()));
                named = "同一份文件";
            }
        });
        return sentences;
    }

    /** The same without what they say: 鲁医保发〔2021〕54号（三）、（九）. */
    String inShort(List<ProvisionReference> provisions) {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        for (ProvisionReference provision : provisions) {
            String document = policies.sources()
                    .document(provision.instrument())
                    .map(found ->
                            found.number().equals(Document.NO_NUMBER) ? "《" + found.title() + "》" : found.number())
                    .orElse("机构自定");
            Set<String> named = places.computeIfAbsent(document, key -> new LinkedHashSet<>());
            if (!provision.place().isEmpty()) {
                named.add(provision.place());
            }
        }
        return places.entrySet().stream()
                .map(each -> each.getKey() + String.join("、", each.getValue()))
                .collect(Collectors.joining("；"));
    }

    private String document(ProvisionReference provision) {
        Document document = policies.sources().document(provision.instrument()).orElseThrow();
        String title = "《" + document.title().replace('《', '〈').replace('》', '〉') + "》";
        return document.number().equals(Document.NO_NUMBER) ? document.issuer() + title : document.number() + title;
    }

    /** A text without the numbers of open readings, and with documents by their own numbers. */
    String text(String text) {
        String bare = READINGS.matcher(text).replaceAll("");
        return OWN_PARTS
                .matcher(INSTRUMENT
                        .matcher(bare)
                        .replaceAll(name -> Matcher.quoteReplacement(policies.sources()
                                .document(name.group())
                                .map(Document::number)
                                .orElse(""))))
                .replaceAll("")
                .replace("号 (", "号(")
                .replace('(', '（')
                .replace(')', '）');
    }
}
