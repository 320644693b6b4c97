package org.yiban.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.support.ApiClient;

@YibanTest
class ApiDescriptionTest {

    @Autowired
    private ApiClient api;

    @Test
    void bodiesOfOneNameInTwoControllersAreDescribedEachAsItIs() {
        // when
        JsonNode bodies = api.get(null, "/v3/api-docs").body().at("/components/schemas");

        // then
        assertThat(bodies.at("/BackpayController.Choice/properties").fieldNames())
                .toIterable()
                .contains("option");
        assertThat(bodies.at("/DuplicateController.Choice/properties").fieldNames())
                .toIterable()
                .contains("keep");
        assertThat(bodies.at("/BackpayView/properties/history/items/$ref").asText())
                .endsWith("/EventView");
    }
}
