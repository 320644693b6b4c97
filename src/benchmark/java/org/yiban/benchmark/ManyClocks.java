package org.yiban.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanApplication;
import org.yiban.access.DemoAccounts;
import org.yiban.access.Role;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.ClockEvent;
import org.yiban.sla.Clocks;
import org.yiban.sla.PauseReason;
import org.yiban.sla.Recomputation;

/**
 * A million cases with their clocks, a hundred thousand open, in 16 pools: what the supervisors' pages ask over HTTP, what an
 * event of a clock costs at ten thousand cases and at a million, and counting all open ones anew. Each as a multiple of
 * counting the rows of the same table in the same run.
 */
final class ManyClocks {

    private static final int POOLS = 16;
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("yiban.benchmark.cases", 1_000_000);
    private static final int STEP = 100_000;
    private static final int EVENTS = 300;
    private static final int TIMES = 9;
    private static final double MILLION = 1e6;
    private static final double NANOS = 1e9;
    private static final String WATCHER = "watcher";

    private static final List<String> QUESTIONS = List.of(
            "/api/sla/overview",
            "/api/sla/overview?pool=371500",
            "/api/sla/trend",
            "/api/sla/cases",
            "/api/sla/cases?pool=371500",
            "/api/sla/cases?state=OVERDUE",
            "/api/sla/cases?state=AT_RISK&kind=TRANSFER_IN",
            "/api/sla/cases?state=PAUSED",
            "/api/sla/cases?state=NOT_STARTED",
            "/api/sla/cases?leg=TRANSFER_IN",
            "/api/sla/cases?text=0012340",
            "/api/sla/cases?text=虚构·量一倖",
            "/api/sla/cases?sort=opened",
            "/api/sla/cases?sort=used",
            "/api/sla/cases?sort=case",
            "/api/sla/cases?state=MISSED&sort=opened",
            "/api/sla/finished",
            "/api/sla/finished?key=transferIn&text=0012340");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clocks clocks;
    private final Recomputation recomputation;
    private final IdentityService identities;
    private final LocalDate today;
    private final String address;
    private final String[] pools;
    private final HttpClient http = HttpClient.newHttpClient();

    private ManyClocks(ConfigurableApplicationContext application) {
        jdbc = application.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        clocks = application.getBean(Clocks.class);
        recomputation = application.getBean(Recomputation.class);
        identities = application.getBean(IdentityService.class);
        today = application.getBean(BusinessTime.class).today();
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        pools = application.getBean(Regions.class).pools().stream()
                .map(Region::code)
                .map(Object::toString)
                .filter(code -> code.startsWith("37"))
                .limit(POOLS)
                .toArray(String[]::new);
    }

    static void measure() throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(YibanApplication.class)
                .run(
                        "--yiban.data=target/benchmark-data/" + UUID.randomUUID(),
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--yiban.recomputation.scheduled=false",
                        "--yiban.exchange.scheduled=false")) {
            new ManyClocks(application).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        watcher();
        LoadedClocks.people(jdbc);
        load(1, FEW);
        System.out.printf("%s%n", jdbc.sql("select version()").query(String.class).single());
        recompute(FEW);
        double few = event();
        long start = System.nanoTime();
        load(FEW + 1, MANY);
        System.out.printf(Locale.ROOT, "loaded %,d cases in %.0f s%n", MANY, (System.nanoTime() - start) / NANOS);
        double all = recompute(MANY);
        jdbc.sql("vacuum analyze").update();
        double count = best(() ->
                jdbc.sql("select count(*) from yiban.case_clock").query(Integer.class).single());
        System.out.printf(Locale.ROOT, "count(*) over case_clock: %.1f ms, the unit of all that follows%n", count);
        print("recomputation of all open cases", all, count);
        for (String question : QUESTIONS) {
            print(question, best(() -> ask(question)), count);
        }
        double many = event();
        System.out.printf(
                Locale.ROOT,
                "one event of a clock (median of %d): at %,d cases %.2f ms, at %,d cases %.2f ms, ratio %.2f%n",
                EVENTS,
                FEW,
                few,
                MANY,
                many,
                many / few);
    }

    private void watcher() {
        User user = identities.newUser(WATCHER);
        user.setPassword(DemoAccounts.PASSWORD);
        identities.saveUser(user);
        for (String pool : pools) {
            String group = Role.SUPERVISE.groupId(new RegionCode(pool));
            if (identities.createGroupQuery().groupId(group).count() == 0) {
                identities.saveGroup(identities.newGroup(group));
            }
            identities.createMembership(WATCHER, group);
        }
    }

    private void load(int from, int to) {
        for (int first = from; first <= to; first += STEP) {
            int begin = first;
            transaction.executeWithoutResult(
                    status -> LoadedClocks.add(jdbc, pools, today, begin, Math.min(to, begin + STEP - 1)));
        }
        jdbc.sql("vacuum analyze").update();
    }

    /** Counts all open cases anew, as after a change of the calendar that moves every one of them. */
    private double recompute(int cases) {
        long start = System.nanoTime();
        int done = recomputation.run();
        double millis = (System.nanoTime() - start) / MILLION;
        System.out.printf(
                Locale.ROOT,
                "recomputed at %,d cases: %,d open ones in %.1f s, %,.0f/s%n",
                cases,
                done,
                millis / 1000,
                done / millis * 1000);
        return millis;
    }

    /** The median of pausing clocks that run, each in a transaction of its own. */
    private double event() {
        List<String> running = jdbc.sql("""
                        select case_number from yiban.case_clock
                        where stopped_on is null and paused_on is null order by md5(case_number) limit ?
                        """)
                .param(EVENTS)
                .query(String.class)
                .list();
        double[] took = running.stream().mapToDouble(this::pause).sorted().toArray();
        return took[took.length / 2];
    }

    private double pause(String number) {
        OffsetDateTime now = OffsetDateTime.now().minusSeconds(1);
        long start = System.nanoTime();
        transaction.executeWithoutResult(status -> clocks.record(
                new CaseNumber(number),
                new ClockEvent.Paused(now, PauseReason.OTHER_REGION),
                ClockEntry.by("benchmark", "量测")));
        return (System.nanoTime() - start) / MILLION;
    }

    private void ask(String question) {
        String login = Base64.getEncoder()
                .encodeToString((WATCHER + ":" + DemoAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(URI.create(address + question).toASCIIString()))
                            .header("Authorization", "Basic " + login)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(question + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The best of several, in milliseconds: what the machine does when nothing disturbs it. */
    private static double best(Runnable work) {
        double[] took = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.run();
            took[i] = (System.nanoTime() - start) / MILLION;
        }
        return Arrays.stream(took).min().orElseThrow();
    }

    private static void print(String what, double millis, double count) {
        System.out.printf(Locale.ROOT, "%-50s %10.1f ms %8.2f%n", what, millis, millis / count);
    }
}
