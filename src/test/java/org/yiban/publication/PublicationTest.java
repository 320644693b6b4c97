package org.yiban.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanTest;
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
    private static final String CELL = "waitingPeriod_220000_JL2022_19_first_out_startAfter\"><text>";
    private static final String REFUND = "any-region/refund-amount.dmn";

    @Autowired
    ApiClient api;

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

    @Test
    void aVersionAnswersFromItsDateOnOnceASecondAnalystConfirmsAndNoLongerOnceWithdrawn() throws IOException {
        // given
        LocalDate from = LocalDate.of(2041, 1, 1);

        // when
        Answer asked = request(from, days(60), holding("WP-NEW-1", from, LocalDate.of(2041, 3, 3)));

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
        assertThat(request(from, days(30), null).status()).isEqualTo(409);
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
    void everythingMissingIsToldAtOnce() {
        // when
        Answer refused = api.postForm(ASKER, "/api/publications", Map.of("reason", "  "));

        // then
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violation("file")).contains("缺少决策表文件");
        assertThat(refused.violation("from")).contains("业务日期");
        assertThat(refused.violation("reason")).isEqualTo("必填");
        assertThat(refused.violation("source")).contains("JL2022-19", "SD2021-54");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2041-02-30", "20410101", "明天", "2041-1-1", "9999-01-01"})
    void aDateThatIsNoneIsRefused(String from) throws IOException {
        assertThat(form(from, days(60), null).violation("from")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "不是 XML|不是能读的 XML",
                "<a/>|不是 DMN 文件",
                "<!DOCTYPE definitions [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><definitions>&a;</definitions>|DOCTYPE",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><l>&c;</l>|DOCTYPE",
                "<!DOCTYPE l SYSTEM \"http://localhost:1/x.dtd\"><l/>|DOCTYPE",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>|没有决策表",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"x\"/></definitions>|不在任何现有文件里"
            })
    void aFileThatIsNoHarmlessDmnIsRefusedUnread(String content, String why) {
        // when
        Answer refused = form("2042-01-01", content.getBytes(StandardCharsets.UTF_8), null);

        // then
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violation("file")).contains(why);
    }

    @Test
    void aFileWithOtherTablesThanItsOwnIsRefused() throws IOException {
        // given
        String text = new String(days(60), StandardCharsets.UTF_8)
                .replace(
                        "decision id=\"waitingPeriod_220000_JL2021_23\"", "decision id=\"waitingPeriod_220000_OTHER\"");

        // then
        assertThat(form("2042-01-01", text.getBytes(StandardCharsets.UTF_8), null)
                        .violation("file"))
                .contains(WAITING, "缺少 waitingPeriod_220000_JL2021_23", "多出 waitingPeriod_220000_OTHER");
    }

    @Test
    void otherLanguagesThanFeelAndWhatIsTooLargeAreRefused() throws IOException {
        // given
        String script = new String(days(60), StandardCharsets.UTF_8)
                .replaceFirst("<inputEntry ", "<inputEntry expressionLanguage=\"javascript\" ");

        // then
        assertThat(form("2042-01-01", script.getBytes(StandardCharsets.UTF_8), null)
                        .violation("file"))
                .contains("javascript");
        assertThat(form("2042-01-01", new byte[3 << 20], null).violation("file"))
                .contains("2 MB");
        assertThat(form("2042-01-01", new byte[12 << 20], null).status()).isEqualTo(413);
        assertThat(form("2042-01-01", days(90), null).violation("file")).contains("完全相同");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerklc", "reviewlc", "approvelc", "superlc", "admin"})
    void nobodyButAnalystsPublishesOrSeesPublications(String user) throws IOException {
        assertThat(api.postForm(user, "/api/publications", Map.of("from", "x")).status())
                .isEqualTo(403);
        assertThat(api.get(user, "/api/publications").status()).isEqualTo(403);
        assertThat(api.get(user, "/api/tables").status()).isEqualTo(403);
    }

    @Test
    void tablesThatFailTheChecksOrACaseLeaveTheRegisterAsItWas() throws IOException {
        // given
        long before = count();
        LocalDate from = LocalDate.of(2043, 1, 1);
        String text = new String(days(60), StandardCharsets.UTF_8);
        String broken = text.replace("\"JL2022-19 art.6(1)\"", "\"JL2022-19 art.666\"");

        // then
        assertThat(form(from.toString(), broken.getBytes(StandardCharsets.UTF_8), null)
                        .violation("file"))
                .contains("JL2022-19 art.666");
        assertThat(request(from, days(60), holding("WP-NEW-3", from, LocalDate.of(2043, 4, 2)))
                        .violation("cases"))
                .contains("WP-NEW-3", "期望 2043-04-02，实得 2043-03-03");
        assertThat(request(from, days(60), holding("WP-NEW-3", from.minusDays(1), LocalDate.of(2043, 4, 1)))
                        .violation("cases"))
                .contains("waitingPeriod_220000_JL2022_19_first", "还没有业务日期在 2043-01-01 或以后的案例");
        assertThat(request(from, days(60), holding("WP-V-001", from, LocalDate.of(2043, 3, 3)))
                        .violation("cases"))
                .contains("业务日期早于 2043-01-01，不能替换");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aDateOnWhichDecisionsWereTakenIsRefused() throws IOException {
        // given
        keep(LocalDate.of(2031, 5, 5));

        // then
        Answer refused = form("2031-05-05", days(60), null);
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
        assertThat(form(on.toString(), days(60), null).violation("cases")).contains("还没有业务日期在 2061-01-01 或以后的案例");
    }

    @Test
    void aDecisionTakenWhileAnotherConfirmsKeepsTheVersionOut() throws Exception {
        // given
        LocalDate from = LocalDate.of(2033, 1, 1);
        String id = request(from, days(60), holding("WP-NEW-5", from, LocalDate.of(2033, 3, 3)))
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

    private long count() {
        return jdbc.sql("select count(*) from yiban.publication")
                .query(Long.class)
                .single();
    }

    private Answer request(LocalDate from, byte[] file, byte[] cases) {
        return form(from.toString(), file, cases);
    }

    private Answer form(String from, byte[] file, byte[] cases) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("file:waiting-period.dmn", file);
        parts.put("from", from);
        parts.put("reason", "试改等待期");
        parts.put("source", "JL2022-19");
        if (cases != null) {
            parts.put("cases:waiting-period-new.csv", cases);
        }
        return api.postForm(ASKER, "/api/publications", parts);
    }

    private static byte[] days(int days) throws IOException {
        String text = Files.readString(Path.of("processes/policy", WAITING));
        assertThat(text).contains(CELL + 90);
        return text.replace(CELL + 90, CELL + days).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] holding(String name, LocalDate paidOn, LocalDate benefitStart) {
        return String.join(
                        "\n",
                        List.of(
                                "case,region,scheme,identity,event,paidOn,expect.outcome,expect.benefitStart",
                                "%s,220000,EMPLOYEE,EMPLOYER,FIRST,%s,DECIDED,%s"
                                        .formatted(name, paidOn, benefitStart)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
