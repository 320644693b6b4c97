package org.yiban.desk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yiban.YibanTest;
import org.yiban.audit.AuditEvent;
import org.yiban.audit.AuditTrail;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.PeopleFiles;
import org.yiban.person.PeopleImport;

@YibanTest
class PeopleApiTest {

    private static final String NAME = "虚构·查找";

    @Autowired
    TestRestTemplate http;

    @Autowired
    People people;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    AuditTrail audit;

    private final IdentityNumber number = FictitiousPerson.woman();

    @Test
    void aClerkFindsAPersonOfTheOwnPoolWithTheNumberMasked() {
        // given
        stored();

        // when
        ResponseEntity<JsonNode> answer = search("clerklc", Map.of("identityNumber", number.value()));

        // then
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        JsonNode person = answer.getBody();
        assertThat(person.get("name").asText()).isEqualTo(NAME);
        assertThat(person.get("maskedIdentityNumber").asText()).isEqualTo(number.masked());
        assertThat(person.get("bornOn").asText()).isEqualTo("1990-11-02");
        assertThat(person.get("enrolments")).singleElement().satisfies(enrolment -> {
            assertThat(enrolment.get("pool").asText()).isEqualTo("371500");
            assertThat(enrolment.get("poolName").asText()).isEqualTo("山东省聊城市");
            assertThat(enrolment.get("scheme").asText()).isEqualTo("EMPLOYEE");
        });
        assertThat(person.toString()).doesNotContain(number.value());
    }

    @Test
    void aPersonOfAnotherPoolIsFoundOnlyWithTheMatchingName() {
        // given
        stored();

        // when
        ResponseEntity<JsonNode> byNumber = search("clerkjn", Map.of("identityNumber", number.value()));
        ResponseEntity<JsonNode> wrongName =
                search("clerkjn", Map.of("identityNumber", number.value(), "name", "虚构·别人"));
        ResponseEntity<JsonNode> rightName = search("clerkjn", Map.of("identityNumber", number.value(), "name", NAME));
        ResponseEntity<JsonNode> nobody = search(
                "clerkjn", Map.of("identityNumber", FictitiousPerson.woman().value()));

        // then
        assertThat(rightName.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(rightName.getBody().get("enrolments")).hasSize(1);
        assertThat(byNumber.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(wrongName.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(byNumber.getBody().get("detail")).isEqualTo(nobody.getBody().get("detail"));
        assertThat(byNumber.getBody().toString()).doesNotContain(number.value());
    }

    @Test
    void aSearchWithoutTheNameShowsTheOwnPoolsEnrolmentsOnly() {
        // given a person enrolled in both pools
        load(files().employee(number, "370800", "2026-01-01"));

        // when
        ResponseEntity<JsonNode> answer = search("clerkjn", Map.of("identityNumber", number.value()));

        // then
        assertThat(answer.getBody().get("enrolments")).singleElement().satisfies(enrolment -> assertThat(
                        enrolment.get("pool").asText())
                .isEqualTo("370800"));
    }

    @Test
    void aClerkSeesWhatWasPaidToTheOwnPoolAndNowhereElse() {
        // given a person with payments in both pools
        String paid = number.value() + ",%s,EMPLOYEE,EMPLOYER,2025-12-10,2025-07,2025-12,588.00,0,588.00,,,,2025-07-01";
        load(files().employee(number, "370800", "2025-07-01")
                .payment("API-" + number.masked().substring(14) + "-LC," + paid.formatted("371500"))
                .payment("API-" + number.masked().substring(14) + "-JN," + paid.formatted("370800")));

        // when
        JsonNode person = search("clerkjn", Map.of("identityNumber", number.value(), "name", NAME))
                .getBody();

        // then
        assertThat(person.get("enrolments")).hasSize(2);
        assertThat(person.get("payments")).singleElement().satisfies(payment -> {
            assertThat(payment.get("reference").asText()).endsWith("-JN");
            assertThat(payment.get("from").asText()).isEqualTo("2025-07");
            assertThat(payment.get("personalAmount").decimalValue()).isEqualByComparingTo("588");
        });
    }

    @Test
    void aWrongNumberIsExplainedAndComesBackMasked() {
        ResponseEntity<JsonNode> answer = search("clerklc", Map.of("identityNumber", "388101198503120011"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        JsonNode violation = answer.getBody().get("violations").get(0);
        assertThat(violation.get("field").asText()).isEqualTo("identityNumber");
        assertThat(violation.get("message").asText()).isEqualTo("校验码不符，请核对号码");
        assertThat(answer.getBody().toString()).doesNotContain("388101198503120011");
    }

    @Test
    void analystsAdministratorsAndStrangersSeeNobody() {
        // given
        stored();
        Map<String, String> body = Map.of("identityNumber", number.value(), "name", NAME);

        // when, then
        assertThat(search("analystlc", body).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(search("admin", body).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(http.postForEntity("/api/people/search", body, JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aNumberInFullIsShownForAReasonAndRecordedUnderTheNameOfWhoSawIt() {
        // given
        long id = stored();

        // when
        ResponseEntity<JsonNode> answer = reveal("reviewlc", id, "与申请人核对证件");

        // then
        assertThat(answer.getBody().get("identityNumber").asText()).isEqualTo(number.value());
        assertThat(audit.ofPerson(id))
                .extracting(event -> event.actor().id(), event -> event.actor().name(), AuditEvent::reason)
                .containsExactly(tuple("reviewlc", "聊城·审核员（演示）", "与申请人核对证件"));
    }

    @Test
    void aNumberIsNotShownWithoutReasonNorAcrossTheWall() {
        // given
        long id = stored();

        // when
        ResponseEntity<JsonNode> withoutReason = reveal("reviewlc", id, " ");
        ResponseEntity<JsonNode> acrossTheWall = reveal("reviewjn", id, "想看");
        ResponseEntity<JsonNode> analyst = reveal("analystlc", id, "想看");
        ResponseEntity<JsonNode> nobody = reveal("reviewlc", -1, "核对");

        // then
        assertThat(withoutReason.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(acrossTheWall.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(analyst.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(nobody.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(acrossTheWall.getBody().get("detail"))
                .isEqualTo(nobody.getBody().get("detail"));
        assertThat(audit.ofPerson(id)).isEmpty();
    }

    @Test
    void aSupervisorLoadsFilesOfTheOwnPool() {
        // when
        ResponseEntity<JsonNode> first = upload("superlc", files().build());
        ResponseEntity<JsonNode> months = uploadMonths("superlc");

        // then
        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(first.getBody().get("people").asInt()).isEqualTo(1);
        assertThat(months.getBody().get("months").asInt()).isEqualTo(2);
        assertThat(people.find(number)).isPresent();
    }

    @Test
    void filesAreRefusedFromEverybodyElseAndOfEveryOtherPool() {
        // when
        ResponseEntity<JsonNode> clerk = upload("clerklc", files().build());
        ResponseEntity<JsonNode> otherPool = upload("superjn", files().build());

        // then
        assertThat(clerk.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(otherPool.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(otherPool.getBody().get("violations").get(0).get("field").asText())
                .isEqualTo("enrolments.csv:2:pool");
        assertThat(people.find(number)).isEmpty();
    }

    private ResponseEntity<JsonNode> search(String user, Map<String, String> body) {
        return http.withBasicAuth(user, "demo").postForEntity("/api/people/search", body, JsonNode.class);
    }

    private ResponseEntity<JsonNode> reveal(String user, long id, String reason) {
        return http.withBasicAuth(user, "demo")
                .postForEntity("/api/people/" + id + "/identity-number", Map.of("reason", reason), JsonNode.class);
    }

    private ResponseEntity<JsonNode> upload(String user, PeopleFiles files) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("people", file(files.people()));
        parts.add("enrolments", file(files.enrolments()));
        return post(user, parts);
    }

    private ResponseEntity<JsonNode> uploadMonths(String user) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add(
                "months",
                file(new CsvFiles()
                        .paid(number, "371500", "2024-01", "2024-02")
                        .build()
                        .months()));
        return post(user, parts);
    }

    private ResponseEntity<JsonNode> post(String user, MultiValueMap<String, Object> parts) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        return http.withBasicAuth(user, "demo")
                .postForEntity("/api/people/import", new HttpEntity<>(parts, headers), JsonNode.class);
    }

    private static ByteArrayResource file(byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return "file.csv";
            }
        };
    }

    private CsvFiles files() {
        return new CsvFiles().person(number, NAME).employee(number, "371500", "2024-01-01");
    }

    private void load(CsvFiles files) {
        peopleImport.load(files.build(), "test", pool -> true);
    }

    private long stored() {
        load(files());
        return people.find(number).orElseThrow().id();
    }
}
