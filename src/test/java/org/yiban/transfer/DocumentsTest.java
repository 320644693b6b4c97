package org.yiban.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.Applicants;
import org.yiban.support.Applicants.Applicant;

/** Information tables and enrolment certificates, for print and as data, over HTTP. */
@YibanTest
class DocumentsTest {

    private static final RegionCode JINING = new RegionCode(TransferSteps.JINING);

    @Autowired
    TransferSteps steps;

    @Autowired
    Applicants applicants;

    @Autowired
    ApiClient api;

    @Autowired
    AuditTrail audit;

    @Autowired
    MessageSchemas schemas;

    @Test
    void bothSidesPrintTheSameTableWithItsDigestAndTheNumberMasked() {
        Applicant person = applicants.employedIn(JINING, YearMonth.of(2024, 1), YearMonth.of(2025, 6));
        String in = steps.tableReceived(person);

        Answer here = api.get("reviewlc", "/api/transfers/" + in + "/information-table");
        Answer there = api.get("reviewjn", "/api/transfers/" + steps.outCaseOf(in) + "/information-table?version=1");

        assertThat(here.status()).isEqualTo(200);
        assertThat(here.text("digest")).isEqualTo(there.text("digest")).hasSize(64);
        assertThat(here.body().path("periods")).hasSize(1);
        assertThat(here.at("/periods/0/from")).isEqualTo("2024-01");
        assertThat(here.at("/periods/0/months")).isEqualTo("18");
        assertThat(here.body().toString()).doesNotContain(person.identityNumber());
    }

    @Test
    void theWholeDocumentIsGivenForAReasonThatIsAuditedAndItsDigestHolds() {
        Applicant person = applicants.employedIn(JINING);
        String path = "/api/transfers/" + steps.tableReceived(person) + "/information-table";
        long before = revealed(person);
        assertThat(api.post("reviewlc", path + "/document", Map.of("reason", " "))
                        .violation("reason"))
                .isEqualTo("必填");
        assertThat(revealed(person)).isEqualTo(before);

        Answer answer = api.post("reviewlc", path + "/document", Map.of("reason", "与纸质表核对"));

        assertThat(answer.at("/person/identityNumber")).isEqualTo(person.identityNumber());
        assertThat(CanonicalDigest.holds(answer.body())).isTrue();
        assertThat(audit.ofPerson(person.id()).get(0).reason()).contains("取得信息表全文", "与纸质表核对");
    }

    @Test
    void aTableIsThereForStaffOfItsPoolsOnlyAndOnlyInVersionsThatWereIssued() {
        String in = steps.registered(applicants.employedIn(JINING));
        String path = "/api/transfers/" + in + "/information-table";

        assertThat(api.get("reviewlc", path).status()).isEqualTo(404);
        assertThat(api.get("reviewlc", path).text("detail")).contains("还没有出具");
        assertThat(api.get("reviewjn", path).text("detail")).contains("没有这个案件");
        String received = steps.tableReceived(applicants.employedIn(JINING));
        assertThat(api.get("reviewlc", "/api/transfers/" + received + "/information-table?version=2")
                        .text("detail"))
                .contains("没有第 2 次");
    }

    @Test
    void aCertificateIsIssuedWithoutATransferAndFitsItsSchema() {
        Applicant person = applicants.employedIn(JINING, YearMonth.of(2024, 1), YearMonth.of(2024, 12));

        Answer issued = issue("clerkjn", request(person));

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.text("number")).startsWith("PZ370800-");
        assertThat(issued.at("/enrolments/0/from")).isEqualTo("2024-01-01");
        assertThat(issued.body().path("schemeStart").isNull()).isTrue();
        assertThat(issued.body().toString()).doesNotContain(person.identityNumber());
        JsonNode document = api.post(
                        "clerkjn",
                        "/api/certificates/" + issued.text("number") + "/document",
                        Map.of("reason", "发给对方经办机构"))
                .body();
        schemas.check("enrolment-certificate", document);
        assertThat(CanonicalDigest.holds(document)).isTrue();
        assertThat(document.path("digest").asText()).isEqualTo(issued.text("digest"));
    }

    @Test
    void theSameRecordAskedForAgainIsTheSameCertificateAndAChangedOneIsNot() {
        Applicant person = applicants.employedIn(JINING, YearMonth.of(2024, 1), YearMonth.of(2024, 12));
        String first = issue("clerkjn", request(person)).text("number");

        Answer again = issue("reviewjn", request(person));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("number")).isEqualTo(first);

        applicants.pay(person, JINING, YearMonth.of(2025, 1), YearMonth.of(2025, 1));
        assertThat(issue("clerkjn", request(person)).text("number")).isNotEqualTo(first);
    }

    @Test
    void aCertificateForWhoIsNotOnRecordHereOrByWhoMayNotIssueItIsRefused() {
        Map<String, Object> elsewhere = request(applicants.employedIn(new RegionCode(TransferSteps.LIAOCHENG)));
        Map<String, Object> misnamed = request(applicants.employedIn(JINING));
        misnamed.put("name", "虚构·李别人");

        assertThat(issue("clerkjn", elsewhere).violation("identityNumber")).contains("没有查到此人");
        assertThat(issue("clerkjn", misnamed).violation("identityNumber")).contains("没有查到此人");
        assertThat(issue("approvejn", request(applicants.employedIn(JINING))).status())
                .isEqualTo(403);
        assertThat(issue("clerklc", request(applicants.employedIn(JINING))).status())
                .isEqualTo(403);
        assertThat(issue("clerkjn", Map.of()).body().findValuesAsText("field"))
                .containsExactlyInAnyOrder("identityNumber", "name", "pool", "purpose");
    }

    @Test
    void theSchemasAreThereForEverybodyByTheirNames() {
        assertThat(api.get(null, "/api/schemas/transfer.information-table").at("/title"))
                .isEqualTo("参保人员基本医疗保险信息表");
        assertThat(api.get(null, "/api/schemas/application").status()).isEqualTo(404);
    }

    private Answer issue(String user, Map<String, ?> request) {
        return api.post(user, "/api/certificates", request);
    }

    private static Map<String, Object> request(Applicant person) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("identityNumber", person.identityNumber());
        request.put("name", person.name());
        request.put("pool", TransferSteps.JINING);
        request.put("purpose", "在外地办理转移接续");
        return request;
    }

    private long revealed(Applicant person) {
        return audit.ofPerson(person.id()).stream()
                .filter(event -> event.action() == AuditAction.IDENTITY_NUMBER_REVEALED)
                .count();
    }
}
