package org.yiban.policy.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.yiban.policy.Fact;
import org.yiban.policy.Fact.Presence;
import org.yiban.policy.Policies;

/** Describes each family of decisions in the API's description: its facts with their types, bounds and words. */
@Component
class DecisionApiDescription implements OpenApiCustomizer {

    private static final String GENERIC = "/api/decisions/{family}";
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final Policies policies;

    DecisionApiDescription(Policies policies) {
        this.policies = policies;
    }

    @Override
    public void customise(io.swagger.v3.oas.models.OpenAPI api) {
        PathItem generic = api.getPaths().get(GENERIC);
        if (generic == null) {
            return;
        }
        ApiResponses answers = generic.getPost().getResponses();
        for (String family : policies.families()) {
            api.path(GENERIC.replace("{family}", family), new PathItem().post(ask(family, answers)));
        }
    }

    private Operation ask(String family, ApiResponses answers) {
        Schema<?> facts = new ObjectSchema();
        for (Fact fact : policies.declaredFacts(family)) {
            facts.addProperty(fact.name(), describe(fact));
            if (fact.presence() == Presence.REQUIRED) {
                facts.addRequiredItem(fact.name());
            }
        }
        facts.setAdditionalProperties(false);
        ApiResponses responses = new ApiResponses();
        responses.putAll(answers);
        responses.addApiResponse(
                "400",
                new ApiResponse()
                        .description("缺少影响结论的事实，或事实有误；violations 逐项说明")
                        .content(new Content().addMediaType(PROBLEM, new MediaType())));
        return new Operation()
                .addTagsItem("政策决策")
                .summary("问：" + policies.label(family))
                .operationId("decide-" + family)
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType(JSON, new MediaType().schema(facts))))
                .responses(responses);
    }

    private static Schema<?> describe(Fact fact) {
        Schema<?> schema = schema(fact).description(fact.label() + "：" + fact.allowed());
        schema.setMinimum(fact.least());
        schema.setMaximum(fact.most());
        return schema;
    }

    private static Schema<?> schema(Fact fact) {
        return switch (fact.type()) {
            case REGION -> new StringSchema().pattern("\\d{6}").example("371500");
            case DATE -> new DateSchema();
            case MONTH -> new StringSchema().pattern("\\d{4}-\\d{2}").example("2023-03");
            case YEAR, COUNT -> new IntegerSchema();
            case MONEY, RATE -> new NumberSchema();
            case FLAG -> new BooleanSchema();
            case CHOICE -> new StringSchema()._enum(List.copyOf(fact.choices().keySet()));
            case WAGE_ANNOUNCEMENTS -> new ArraySchema().items(new StringSchema());
            case TEXT -> new StringSchema();
        };
    }
}
