package org.yiban.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("医办 Yiban API")
                        .version("1")
                        .description("医疗保障经办接口。出错时返回 RFC 9457 问题详情（application/problem+json），"
                                + "其中 violations 逐项说明字段、值和允许的内容。")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    /** A body that stands within a controller or a view bears its name, too: each has a choice, an order, a person. */
    @Bean
    ModelResolver bodiesNamedApart(ObjectMapper json) {
        return new ModelResolver(json, new TypeNameResolver() {
                    @Override
                    protected String getNameOfClass(Class<?> type) {
                        return type.getEnclosingClass() == null
                                ? type.getSimpleName()
                                : getNameOfClass(type.getEnclosingClass()) + "." + type.getSimpleName();
                    }
                })
                .openapi31(true);
    }
}
