package org.yiban.access.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiban.YibanTest;

/** Camunda keeps the nonce of its pages in one place for all requests. */
@YibanTest
class PageNonceTest {

    private static final Pattern IN_PAGE = Pattern.compile("<script[^>]*nonce=\"([^\"]+)\"");
    private static final int PAGES = 100;

    @LocalServerPort
    private int port;

    @Test
    void aPageAndItsPolicyNameTheSameNonceHoweverManyAreAskedForAtOnce() {
        // given
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest page = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/"))
                .header("Accept", "text/html")
                .build();

        // when
        List<CompletableFuture<HttpResponse<String>>> pages = IntStream.range(0, PAGES)
                .mapToObj(i -> client.sendAsync(page, BodyHandlers.ofString()))
                .toList();

        // then
        assertThat(pages).allSatisfy(future -> {
            HttpResponse<String> answer = future.join();
            Matcher nonce = IN_PAGE.matcher(answer.body());
            assertThat(nonce.find()).isTrue();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("'nonce-" + nonce.group(1) + "'");
        });
    }
}
