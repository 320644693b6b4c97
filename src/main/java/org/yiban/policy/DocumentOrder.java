package org.yiban.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiban.kernel.Violations;
import org.yiban.policy.facts.FactReader;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.families.Family;
import org.yiban.policy.register.TableVersions;
import org.yiban.policy.sources.Document;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.DecisionTables;
import org.yiban.policy.tables.Speaker;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/** Which documents speak to a family, and in which order they are asked, for {@link Policies}. */
final class DocumentOrder {

    private final Regions regions;
    private final TableVersions versions;
    private final Sources sources;

    DocumentOrder(Regions regions, TableVersions versions, Sources sources) {
        this.regions = regions;
        this.versions = versions;
        this.sources = sources;
    }

    /** As {@link Policies#speaking}. */
    List<SpeakingDocument> speaking(Family asked, String region, LocalDate on) {
        Violations violations = new Violations();
        Region in =
                asked.regionFact() == null ? null : violations.collect(() -> regions.require(Family.REGION, region));
        if (on == null) {
            violations.add("on", null, "缺少业务日期，请填写日历上的日期，格式为 年-月-日");
        }
        violations.throwIfAny();
        DecisionTables tables = versions.on(on);
        return parts(asked)
                .flatMap(part -> Consultation.speakers(tables, regions, part, in, on).stream()
                        .map(speaker -> speaking(tables, part, speaker)))
                .toList();
    }

    /** As {@link Policies#orderRules}. */
    List<String> rules(Family asked, Map<String, String> given) {
        Facts facts = new FactReader(regions).read(asked.facts(), asked.derived(), given, asked::check);
        LocalDate on = asked.businessDate(facts);
        Region in = asked.regionFact() == null ? null : facts.region(asked.regionFact());
        return parts(asked)
                .flatMap(part -> Consultation.orderRules(versions.on(on), regions, part, in, on).stream())
                .toList();
    }

    /** What is asked for a family: it itself, then each of its parts. */
    private static Stream<String> parts(Family family) {
        return Stream.concat(Stream.of(family.name()), family.parts().stream().map(part -> family.name() + "/" + part));
    }

    private SpeakingDocument speaking(DecisionTables tables, String asked, Speaker speaker) {
        Optional<Document> document = Optional.ofNullable(speaker.instrument()).flatMap(sources::document);
        return new SpeakingDocument(
                speaker.instrument(),
                document.map(Document::number).orElse(null),
                document.map(Document::title).orElse(null),
                speaker.table(asked),
                speaker.file(asked),
                tables.version(speaker, asked));
    }
}
