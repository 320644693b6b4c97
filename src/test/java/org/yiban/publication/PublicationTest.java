package org.yiban.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
import org.yiban.paths.PassedPaths;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Policies;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** Publications take effect in years in which no other test decides anything. */
@YibanTest
class PublicationTest {

    private static final String ASKER = "analystlc";
    private static final String OTHER = "analystjn";
    private static final String WAITING = "220000-jilin/waiting-period.dmn";
    private static final String REFUND = "any-region/refund-amount.dmn";

    @Autowired
    ApiClient api;

    @Autowired
    SendingTables sending;

    @Autowired
    Policies policies;

    @Autowired
    DecisionRecords records;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterAll
    static void everyFlowNodeAndSequenceFlowWasPassed() {
        assertThat(PassedPaths.of("publication/table-publication.bpmn", "tablePublication")
                        .notPassed())
                .isEmpty();
    }

    @Test
    void aVersionAnswersFromItsDateOnOnceASecondAnalystConfirmsAndNoLongerOnceWithdrawn() throws IOException {
        // given
        LocalDate from = LocalDate.of(2041, 1, 1);

        // when
        Answer asked = sending.request(
                from, SendingTables.days(60), SendingTables.holding("WP-NEW-1", from, LocalDate.of(2041, 3, 3)));

        // then
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        String id = asked.text("id");
        assertThat(asked.text("path")).isEqualTo(WAITING);
        assertThat(asked.text("state")).isEqualTo("REQUESTED");
        assertThat(asked.at("/changes/0/rule")).isEqualTo("waitingPeriod_220000_JL2022_19_first");
        assertThat(asked.at("/changes/0/cells/0/label")).isEqualTo("起算后几个月或几天");
        assertThat(asked.at("/rows/0/before")).isEqualTo("90");
        assertThat(asked.at("/rows/0/after")).isEqualTo("60");
        assertThat(benefitStart(from)).isEqualTo("2041-04-02");

        // and: nobody but a second analyst decides, and one request is open at a time
        assertThat(confirm(ASKER, id).status()).isEqualTo(403);
        assertThat(confirm("clerklc", id).status()).isEqualTo(403);
        assertThat(confirm("superlc", id).status()).isEqualTo(403);
        assertThat(sending.request(from, SendingTables.days(30), null).status()).isEqualTo(409);
        assertThat(api.post(OTHER, "/api/publications/" + id + "/withdrawal", Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(benefitStart(from)).isEqualTo("2041-04-02");

        // and: the asker cannot take the task in the engine either, and nobody else sees it among the tasks of the pool
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey("publication-" + id)
                .singleResult();
        assertThat(asUser(ASKER, () -> claims(task, ASKER))).isFalse();
        assertThat(asUser("reviewlc", () -> claims(task, "reviewlc"))).isFalse();
        assertThat(asUser(OTHER, () -> tasks.createTaskQuery().list()))
                .extracting(Task::getId)
                .contains(task.getId());
        assertThat(asUser(OTHER, () -> tasks.createTaskQuery().list()))
                .allSatisfy(seen -> assertThat(seen.getTenantId()).isNull());

        // when
        Answer confirmed = confirm(OTHER, id);

        // then
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(200);
        assertThat(confirmed.text("state")).isEqualTo("CONFIRMED");
        assertThat(confirmed.at("/history/1/by")).isEqualTo(OTHER);
        assertThat(benefitStart(from.minusDays(1))).isEqualTo("2041-04-01");
        assertThat(benefitStart(from)).isEqualTo("2041-03-03");
        assertThat(inForce(from).text("publication")).isEqualTo(id);
        assertThat(inForce(from.minusDays(1)).text("publication")).isNull();
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentNameLike("第 " + id + " 号发布%")
                        .count())
                .isEqualTo(1);

        // when
        Answer withdrawing = withdraw(ASKER, id);
        assertThat(withdrawing.body().path("withdrawal").asBoolean()).isTrue();
        assertThat(benefitStart(from)).isEqualTo("2041-03-03");
        assertThat(confirm(ASKER, id).status()).isEqualTo(403);
        Answer withdrawn = confirm(OTHER, id);

        // then
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(benefitStart(from)).isEqualTo("2041-04-02");
        assertThat(confirm(OTHER, id).status()).isEqualTo(409);
    }

    @Test
    void whatIsRefusedOrTakenBackLeavesEverythingAsItWas() throws IOException {
        // given
        LocalDate from = LocalDate.of(2042, 1, 1);
        byte[] cases = SendingTables.holding("WP-NEW-2", from, LocalDate.of(2042, 3, 3));
        String id = sending.request(from, SendingTables.days(60), cases).text("id");

        // when: another analyst does not agree
        Answer refused = refuse(id);

        // then
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(benefitStart(from)).isEqualTo("2042-04-02");

        // when: it is confirmed the next time, and its withdrawal refused once and taken back once
        String again = sending.request(from, SendingTables.days(60), cases).text("id");
        assertThat(confirm(OTHER, again).text("state")).isEqualTo("CONFIRMED");
        withdraw(ASKER, again);
        assertThat(refuse(again).text("state")).isEqualTo("CONFIRMED");
        withdraw(ASKER, again);
        Answer takenBack = withdraw(ASKER, again);

        // then
        assertThat(takenBack.text("state")).isEqualTo("CONFIRMED");
        assertThat(takenBack.body().path("withdrawal").asBoolean()).isFalse();
        assertThat(benefitStart(from)).isEqualTo("2042-03-03");

        // when
        withdraw(ASKER, again);
        confirm(OTHER, again);

        // then
        assertThat(benefitStart(from)).isEqualTo("2042-04-02");
    }

    @Test
    void aDateOnWhichDecisionsWereTakenIsRefused() throws IOException {
        // given
        keep(LocalDate.of(2031, 5, 5));

        // then
        Answer refused = sending.form("2031-05-05", SendingTables.days(60), null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.violation("from")).contains("已经按现行版本作出决定");
    }

    @Test
    void anAnswerToAnEnquiryKeepsNothingOut() throws IOException {
        // given
        LocalDate on = LocalDate.of(2061, 1, 1);
        records.keepAnswer(
                "test-enquiry", policies.decide("waiting-period", facts(on)).explanation());

        // then
        assertThat(sending.form(on.toString(), SendingTables.days(60), null).violation("cases"))
                .contains("还没有业务日期在 2061-01-01 或以后的案例");
    }

    @Test
    void aDecisionTakenWhileAnotherConfirmsKeepsTheVersionOut() throws Exception {
        // given
        LocalDate from = LocalDate.of(2033, 1, 1);
        String id = sending.request(
                        from, SendingTables.days(60), SendingTables.holding("WP-NEW-5", from, LocalDate.of(2033, 3, 3)))
                .text("id");

        // when
        CompletableFuture<Answer> confirming = new TransactionTemplate(transactions).execute(status -> {
            keep(from.plusDays(3));
            CompletableFuture<Answer> confirmation = CompletableFuture.supplyAsync(() -> confirm(OTHER, id));
            waitForLock();
            assertThat(confirmation).isNotDone();
            return confirmation;
        });

        // then
        Answer refused = confirming.get(60, TimeUnit.SECONDS);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.violation("from")).contains("2033-01-04 已经按现行版本作出决定");
        assertThat(benefitStart(from)).isEqualTo("2033-04-02");
        assertThat(withdraw(ASKER, id).text("state")).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table_content", "packaged_table", "publication_event"})
    void theRegisterIsOnlyEverAddedTo(String table) {
        assertThatThrownBy(() -> jdbc.sql("delete from yiban." + table).update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void thePackagedTablesAreInTheRegisterFromTheFirstStart() throws IOException {
        assertThat(jdbc.sql("select count(*) from yiban.packaged_table p join yiban.table_content c using (digest)"
                                + " where p.path = ? and c.content = ?")
                        .params(REFUND, Files.readAllBytes(Path.of("processes/policy", REFUND)))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private boolean claims(Task task, String user) {
        try {
            tasks.claim(task.getId(), user);
            return true;
        } catch (AuthorizationException refused) {
            return false;
        }
    }

    private <T> T asUser(String user, Supplier<T> work) {
        List<String> groups = identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        List<String> pools = identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        identities.setAuthentication(user, groups, pools);
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private Answer refuse(String id) {
        return api.post(OTHER, "/api/publications/" + id + "/refusal", Map.of("reason", "先征求意见"));
    }

    private void waitForLock() {
        for (int round = 0; round < 600; round++) {
            long waiting = jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                    .query(Long.class)
                    .single();
            if (waiting > 0) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("nobody waits for the register");
    }

    private void keep(LocalDate paidOn) {
        records.keep(
                "test-publication",
                policies.decide("waiting-period", facts(paidOn)).explanation());
    }

    private Object benefitStart(LocalDate paidOn) {
        return policies.decide("waiting-period", facts(paidOn)).results().get("benefitStart");
    }

    private static Map<String, String> facts(LocalDate paidOn) {
        Map<String, String> facts = new HashMap<>();
        facts.put("region", "220000");
        facts.put("scheme", "EMPLOYEE");
        facts.put("identity", "EMPLOYER");
        facts.put("event", "FIRST");
        facts.put("paidOn", paidOn.toString());
        return facts;
    }

    private Answer inForce(LocalDate on) {
        Answer all = api.get(ASKER, "/api/tables?on=" + on);
        for (var file : all.body()) {
            if (file.path("path").asText().equals(WAITING)) {
                return new Answer(all.status(), file);
            }
        }
        throw new IllegalStateException("no such file");
    }

    private Answer confirm(String user, String id) {
        return api.post(user, "/api/publications/" + id + "/confirmation", Map.of());
    }

    private Answer withdraw(String user, String id) {
        return api.post(user, "/api/publications/" + id + "/withdrawal", Map.of("reason", "试完了"));
    }
}
