package org.yiban.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.policy.Policies;
import org.yiban.support.ApiClient;

@YibanTest
class DecisionApiDescriptionTest {

    @Autowired
    private ApiClient api;

    @Autowired
    private Policies policies;

    @Test
    void everyFamilyIsDescribedWithItsFacts() {
        // when
        JsonNode paths = api.get(null, "/v3/api-docs").body().path("paths");

        // then
        assertThat(policies.families()).isNotEmpty().allSatisfy(family -> assertThat(
                        factsOf(paths, family).path("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(policies.facts(family)));
    }

    @Test
    void aFactIsDescribedByItsTypeWordsAndBounds() {
        // when
        JsonNode facts = factsOf(api.get(null, "/v3/api-docs").body().path("paths"), "refund-eligibility");

        // then
        assertThat(facts.at("/properties/requestedOn/format").asText()).isEqualTo("date");
        assertThat(facts.at("/properties/reason/enum").toString()).contains("\"DEATH\"");
        assertThat(facts.at("/properties/region/pattern").asText()).isEqualTo("\\d{6}");
        assertThat(facts.path("required").toString()).contains("\"region\"");
        assertThat(facts.path("additionalProperties").asBoolean(true)).isFalse();
    }

    private static JsonNode factsOf(JsonNode paths, String family) {
        return paths.path("/api/decisions/" + family).path("post").at("/requestBody/content/application~1json/schema");
    }
}
