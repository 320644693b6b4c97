package org.yiban.policy.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiban.kernel.ProvisionReference;
import org.yiban.policy.gaps.Gap;
import org.yiban.policy.sources.Sources;

/** Every question that no rule answers is explained in {@code gaps.yaml}, and nothing else is. */
class GapSweepTest {

    private static final Sources SOURCES = Sources.in(SweptPolicy.FOLDER);

    @TestFactory
    Stream<DynamicTest> everyGapIsExplainedAndNothingElse() {
        return SweptPolicy.FAMILIES.values().stream()
                .map(family -> DynamicTest.dynamicTest(family.name(), () -> {
                    GapSweep.Found found = GapSweep.of(family);
                    assertThat(found.unexplained).as("gaps without explanation").isEmpty();
                    assertThat(found.answered).as("explained, though answered").isEmpty();
                    assertThat(found.contradicted).as("cells and engine differ").isEmpty();
                    assertThat(SweptPolicy.GAPS.all().stream()
                                    .filter(gap -> gap.families().contains(family.name()))
                                    .map(Gap::id)
                                    .filter(id -> !found.explaining.contains(id)))
                            .as("explanations of nothing")
                            .isEmpty();
                }));
    }

    @Test
    void everyReasonIsADocumentAProvisionOrAnOpenReading() {
        assertThat(SweptPolicy.GAPS.all().stream()
                        .flatMap(gap -> gap.because().stream())
                        .filter(reason -> !isKnown(reason)))
                .isEmpty();
    }

    @Test
    void everyFamilyThatAGapNamesExists() {
        assertThat(SweptPolicy.GAPS.all().stream().map(Gap::families).flatMap(List::stream))
                .isSubsetOf(SweptPolicy.FAMILIES.keySet());
    }

    private static boolean isKnown(String reason) {
        String document = reason.replaceFirst("^(before|after) ", "");
        return SOURCES.ambiguity(reason).isPresent()
                || SOURCES.document(document).isPresent()
                || SOURCES.provision(new ProvisionReference(reason)).isPresent();
    }
}
