package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;

/** Attachments of materials: what is kept, who opens it, what is refused. */
@YibanTest
class TransferAttachmentsTest {

    private static final byte[] PDF = "%PDF-1.7 虚构的扫描件".getBytes(StandardCharsets.UTF_8);
    private static final String MATERIAL = "IDENTITY_DOCUMENT";

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ApiClient api;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void registerACase() {
        number = steps.registered(applicants.employedIn(new RegionCode(TransferSteps.JINING)));
    }

    @Test
    void aFileIsKeptSealedListedAndOpenedAsItWasWhichIsRecorded() {
        // when
        Answer added = attach("clerklc", MATERIAL, "身份证.pdf", PDF);

        // then
        assertThat(added.status()).as("%s", added).isEqualTo(200);
        assertThat(added.at("/attachments/0/fileName")).isEqualTo("身份证.pdf");
        byte[] sealed = jdbc.sql("select content from yiban.case_attachment where case_number = ?")
                .param(number)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("PDF");

        // when
        HttpResponse<byte[]> opened = open("reviewlc", added);

        // then
        assertThat(opened.body()).isEqualTo(PDF);
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(opened.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(opened.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(jdbc.sql(
                                "select actor from yiban.audit_event where action = 'ATTACHMENT_OPENED' and case_number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("reviewlc");
    }

    @Test
    void anotherPoolFindsNoCaseAndNobodyOpensWhatAnotherCaseHas() {
        // given
        Answer added = attach("clerklc", MATERIAL, "a.pdf", PDF);
        String other = steps.registered(applicants.employedIn(new RegionCode(TransferSteps.JINING)));

        // then
        assertThat(open("reviewjn", added).statusCode()).isEqualTo(404);
        assertThat(attach("clerkjn", MATERIAL, "a.pdf", PDF).status()).isEqualTo(404);
        assertThat(attach("approvelc", MATERIAL, "a.pdf", PDF).status()).isEqualTo(403);
        assertThat(api.download("reviewlc", path(other) + "/" + added.at("/attachments/0/id"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoDocumentOrTooLargeOrOfNoMaterialIsRefused() {
        assertThat(attach("clerklc", MATERIAL, "a.pdf", "<html>".getBytes(StandardCharsets.UTF_8))
                        .violation("file"))
                .contains("PDF、JPEG、PNG");
        assertThat(attach("clerklc", MATERIAL, "a.pdf", new byte[0]).violation("file"))
                .contains("空");
        assertThat(attach("clerklc", "HOROSCOPE", "a.pdf", PDF).violation("material"))
                .contains("没有这种材料");
        assertThat(steps.view("clerklc", number).path("attachments")).isEmpty();
    }

    @Test
    void nothingIsAttachedToAClosedCase() {
        steps.withdraw(number, "本人改变主意");
        assertThat(attach("clerklc", MATERIAL, "a.pdf", PDF).status()).isEqualTo(409);
    }

    private Answer attach(String user, String material, String fileName, byte[] content) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("material", material);
        parts.put("file:" + fileName, content);
        return api.postForm(user, path(number), parts);
    }

    private HttpResponse<byte[]> open(String user, Answer added) {
        return api.download(user, path(number) + "/" + added.at("/attachments/0/id"));
    }

    private static String path(String caseNumber) {
        return "/api/transfers/" + caseNumber + "/attachments";
    }
}
