package org.yiban.access.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.access.WebLogin;

/** CVE-2026-77226: whoever finds the administrators' group empty makes himself administrator, without login. */
@YibanTest
class SetUpHoleTest {

    private static final String INTRUDER = """
            {"profile":{"id":"intruder","firstName":"x","lastName":"y","email":"x@example.invalid"},
             "credentials":{"password":"let-me-in-please"}}""";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void noAdministratorIsLeft() {
        database.sql("delete from act_id_membership where group_id_ = 'camunda-admin'")
                .update();
    }

    @AfterEach
    void theAdministratorIsBack() {
        if (identities.createUserQuery().userId("intruder").count() > 0) {
            identities.deleteUser("intruder");
        }
        identities.createMembership("admin", "camunda-admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda//api/admin/setup/default/user/create"
            })
    void theSetUpEndpointStaysShutThoughTheGroupIsEmpty(String path) {
        // when
        HttpResponse<String> answer = WebLogin.nobody(port).send("POST", path, INTRUDER);

        // then
        assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }
}
