package org.yiban.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiban.database.ServerOfTests;
import org.yiban.partners.TreasurySimulator;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.PeopleFiles;

/**
 * Whatever moment the application dies at on the way of a refund, killed as by {@code kill -9}: once it runs again the
 * refund goes on, and it is paid, and paid once. One refund outlives a death at every {@link CrashPoint}, so that an
 * application starts once for each: starting is nearly all that it costs. What dies before the steps and what dies after
 * them are classes of their own, which run side by side.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class RefundCrashes {

    private static final String REFERENCE = "CRASH-000001";

    private final String when;

    private ServerOfTests server;
    private Connection database;
    private TreasurySimulator treasury;
    private CrashingApplication application;
    private RefundWalk refund;

    /** Dies {@code before} or {@code after} the steps. */
    RefundCrashes(String when) {
        this.when = when;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = ServerOfTests.start(folder.resolve("database"));
        database = server.connect();
        treasury = new TreasurySimulator(0, folder.resolve("partners"));
        application = new CrashingApplication(
                folder,
                server,
                Map.of(
                        "yiban.exchange.partners.treasury.url", treasury.inbox().toString(),
                        "yiban.exchange.partners.treasury.keys",
                                treasury.publicKeys().toString()));
        treasury.knows(folder.resolve("data/keys/exchange-keys.public.json"));
        treasury.answersTo(application.address("/api/exchange/inbox"));
        application.ensureRuns();
        IdentityNumber payer = FictitiousPerson.man();
        putOnRecord(payer);
        refund = new RefundWalk(application, database, payer, REFERENCE);
    }

    @AfterAll
    void stop() throws Exception {
        application.close();
        treasury.close();
        database.close();
        server.close();
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void aRefundOutlivesTheDeathOfItsApplication(CrashPoint point) throws Exception {
        application.dieAt(when + " " + point);

        refund.untilItDies();

        assertNothingIsDoubled();
    }

    @Order(2)
    @Test
    void afterAllOfThemItIsPaidAndPaidOnce() throws Exception {
        refund.toTheEnd();

        assertThat(application.starts()).isEqualTo(CrashPoint.values().length + 1);
        assertNothingIsDoubled();
        assertPaid();
        assertNothingIsLeftOver();
    }

    private void assertNothingIsDoubled() throws SQLException {
        assertThat(treasury.askedTwice()).isEmpty();
        assertThat(list("select case_number from yiban.case_file where kind = 'REFUND'"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(list("select kind from yiban.ledger_posting")).doesNotHaveDuplicates();
        assertThat(list("select posting_id::text from yiban.ledger_entry group by posting_id having sum(amount) <> 0"))
                .isEmpty();
        assertThat(list("select order_key from yiban.payment_order")).hasSizeLessThanOrEqualTo(1);
        assertThat(list("select order_id || ' ' || attempt from yiban.payment_batch_line"))
                .doesNotHaveDuplicates();
        assertThat(list("select family from yiban.decision_record")).doesNotHaveDuplicates();
        assertThat(list("select kind from yiban.case_notice")).doesNotHaveDuplicates();
    }

    private void assertPaid() throws SQLException {
        assertThat(treasury.hasPaid(refund.orderKey())).isTrue();
        assertThat(list("select kind from yiban.ledger_posting where case_number = ? order by id", refund.number()))
                .containsExactly("ORDERED", "SENT", "PAID");
        assertThat(list("select sum(amount)::text from yiban.ledger_entry where case_number = ?", refund.number()))
                .containsExactly("0.00");
        assertThat(list("select state from yiban.payment_order where case_number = ?", refund.number()))
                .containsExactly("PAID");
        assertThat(list(
                        "select count(*)::text from yiban.month_claim where case_number = ? and released_at is null",
                        refund.number()))
                .containsExactly("12");
        assertThat(list("select kind from yiban.case_notice where case_number = ? order by kind", refund.number()))
                .containsExactly("refundGranted", "refundPaid");
        assertThat(list(
                        "select results::text from yiban.decision_record where case_number = ? and family = 'refund-eligibility'",
                        refund.number()))
                .hasSize(1);
    }

    private void assertNothingIsLeftOver() throws SQLException {
        assertThat(list("select message_key from yiban.outbox where delivered_at is null"))
                .isEmpty();
        assertThat(list("select message_key from yiban.inbox where handled_at is null"))
                .isEmpty();
        assertThat(list("select message_key from yiban.turned_away")).isEmpty();
        assertThat(list("select incident_msg_ from act_ru_incident")).isEmpty();
        assertThat(
                        list(
                                "select business_key_ from act_ru_execution where parent_id_ is null and business_key_ like 'FK%'"))
                .isEmpty();
    }

    private List<String> list(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            ResultSet rows = statement.executeQuery();
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** A resident who paid 380 yuan for 2024 and joined an employer's scheme before the year began. */
    private void putOnRecord(IdentityNumber number) throws Exception {
        PeopleFiles built = new CsvFiles()
                .person(number, "虚构·张测试")
                .enrolment(number.value() + ",220100,RESIDENT,RESIDENT,2018-01-01,,")
                .enrolment(number.value() + ",220100,EMPLOYEE,EMPLOYER,2023-12-01,,", "", "2023-12-01")
                .payment(REFERENCE + "," + number.value()
                        + ",220100,RESIDENT,RESIDENT,2023-11-15,2024-01,2024-12,380.00,,,2024,,,2024-01-01")
                .build();
        load(Map.of("people", built.people(), "enrolments", built.enrolments(), "payments", built.payments()));
    }

    private void load(Map<String, byte[]> files) throws Exception {
        String boundary = "a-boundary-of-the-tests";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s.csv\"\r\n\r\n"
                    .formatted(boundary, name, name)
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String login = Base64.getEncoder().encodeToString("supercc:demo".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(application.address("/api/people/import"))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
