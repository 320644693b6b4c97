package org.yiban.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.yiban.YibanTest;

@YibanTest
class CasePagesTest {

    @Autowired
    TestRestTemplate http;

    @Test
    void aPageOpensWithoutLoginAndAsksForOne() {
        for (String path : new String[] {
            "/desk/cases", "/desk/cases/ZR371500-2026-000001", "/desk/cases/ZR371500-2026-000001/decisions/1/sheet"
        }) {
            // when
            var answer = http.getForEntity(path, String.class);

            // then
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(answer.getHeaders().getContentType().isCompatibleWith(MediaType.TEXT_HTML))
                    .isTrue();
            assertThat(answer.getBody()).contains("请先登录").contains("/camunda/app/tasklist/");
        }
    }

    @Test
    void theListOffersEveryStateAndKind() {
        assertThat(http.getForObject("/desk/cases", String.class))
                .contains("value=\"OPEN\">办理中<")
                .contains("value=\"WITHDRAWN\">已撤回<")
                .contains("value=\"TRANSFER_OUT\">转移接续（转出）<");
    }

    @Test
    void pagesAreOnlyRead() {
        assertThat(http.postForEntity("/desk/cases", null, String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }
}
