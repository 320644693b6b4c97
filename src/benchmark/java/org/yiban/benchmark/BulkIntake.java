package org.yiban.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanApplication;
import org.yiban.bulk.CheckingFiles;
import org.yiban.bulk.StartingCases;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.PeopleImport;
import org.yiban.region.RegionCode;
import org.yiban.workflow.CaseProcesses;

/**
 * Refunds that come as a file, from reading it to the order of payment, against the bare engine that starts the same
 * model with steps that do nothing: the same engine, history level, variables and timers, one case a transaction on one
 * thread on both sides, in turns. A side's statements and WAL are those of everything it does.
 */
final class BulkIntake {

    private static final int ROWS = Integer.getInteger("yiban.benchmark.rows", 1000);
    private static final int WARM_UPS = Integer.getInteger("yiban.benchmark.warmups", 3);
    private static final int ROUNDS = Integer.getInteger("yiban.benchmark.rounds", 7);
    private static final boolean EXPLAIN = Boolean.getBoolean("yiban.benchmark.explain");
    private static final String MODEL = "/processes/refund/refund-request.bpmn";
    private static final String BARE = "refundRequestBare";
    private static final int MOST_STATEMENTS = 45;
    private static final double NANOS = 1e9;
    private static final double KILO = 1024;

    private final CheckingFiles checking;
    private final StartingCases starting;
    private final CaseProcesses processes;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final BulkStaff staff;
    private final DuplicatePayments payments;
    private int bareCases;

    private BulkIntake(ConfigurableApplicationContext application) {
        checking = application.getBean(CheckingFiles.class);
        starting = application.getBean(StartingCases.class);
        processes = application.getBean(CaseProcesses.class);
        transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        jdbc = application.getBean(JdbcClient.class);
        staff = new BulkStaff(application);
        payments = new DuplicatePayments(application.getBean(PeopleImport.class));
    }

    static void measure() throws Exception {
        System.setProperty(CountedStatements.SWITCH, "true");
        try (ConfigurableApplicationContext application = start()) {
            deployBare(application.getBean(RepositoryService.class));
            new BulkIntake(application).run();
        }
    }

    /** The application without anything that works on its own. */
    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(YibanApplication.class)
                .run(
                        "--yiban.data=target/benchmark-data/" + UUID.randomUUID(),
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--yiban.recomputation.scheduled=false",
                        "--yiban.exchange.scheduled=false",
                        "--yiban.bulk.scheduled=false");
    }

    /** The model of a refund under another name: its steps do nothing, its timers are due on a day that is written down. */
    private static void deployBare(RepositoryService repository) throws IOException {
        try (InputStream model = BulkIntake.class.getResourceAsStream(MODEL)) {
            String bare = new String(model.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"refundRequest\"", '"' + BARE + '"')
                    .replaceAll("camunda:delegateExpression=\"\\$\\{\\w+}\"", "camunda:delegateExpression=\"\\${bareStepDelegate}\"")
                    .replaceAll("\\$\\{caseClock\\.\\w+\\(execution\\)}", "2099-01-01T00:00:00+08:00")
                    .replaceAll("(name=\"message_\\w+)\"", "$1Bare\"");
            repository
                    .createDeployment()
                    .addString("processes/benchmark/bare.bpmn", bare)
                    .deploy();
        }
    }

    private void run() {
        System.out.printf("%s%n", jdbc.sql("select version()").query(String.class).single());
        Side ours = new Side();
        Side bare = new Side();
        Side check = new Side();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            if (round == 0) {
                CountedStatements.forget();
            }
            Side oneCheck = new Side();
            Side one = intake(oneCheck);
            Side other = bare();
            System.out.printf(
                    Locale.ROOT,
                    "round %2d: %.0f/s (of this checking %.0f/s), bare %.0f/s, ratio %.2f%n",
                    round,
                    one.perSecond(),
                    oneCheck.perSecond(),
                    other.perSecond(),
                    one.perSecond() / other.perSecond());
            if (round >= 0) {
                ours.add(one);
                bare.add(other);
                check.add(oneCheck);
            }
        }
        print("intake: reading, checking, deciding, starting", ours);
        print("of this reading, checking and previewing", check);
        print("bare engine", bare);
        System.out.printf(
                Locale.ROOT,
                "ratio %.2f (goal 0.8); statements %.1f to %.1f, WAL %.1f to %.1f KB a case%n",
                ours.perSecond() / bare.perSecond(),
                ours.statements / (double) ours.cases,
                bare.statements / (double) bare.cases,
                ours.wal / KILO / ours.cases,
                bare.wal / KILO / bare.cases);
        if (EXPLAIN) {
            CountedStatements.print("both sides", ours.cases, MOST_STATEMENTS);
        }
    }

    /** A file from its first byte that is read to its last case; sending and releasing it are not counted. */
    private Side intake(Side check) {
        long file = staff.send(payments.file(ROWS));
        check.measure(ROWS, checking::run);
        staff.release(file);
        Side start = new Side();
        start.measure(ROWS, () -> {
            if (starting.run() != ROWS) {
                throw new IllegalStateException(staff.get(file).toString());
            }
        });
        requireOrders(file);
        start.add(check);
        start.cases = ROWS;
        return start;
    }

    /** Each case went all the way: it has its order of payment, and nobody has a task of it. */
    private void requireOrders(long file) {
        int orders = jdbc.sql("""
                        select count(*) from yiban.bulk_row r join yiban.payment_order o on o.case_number = r.case_number
                        where r.file_id = ? and not exists (
                            select from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                            where e.business_key_ = r.case_number)
                        """).param(file).query(Integer.class).single();
        if (orders != ROWS) {
            throw new IllegalStateException(orders + " of " + ROWS + " cases have an order and no task");
        }
    }

    private Side bare() {
        RegionCode pool = new RegionCode(DuplicatePayments.POOL);
        Side side = new Side();
        side.measure(ROWS, () -> {
            for (int i = 0; i < ROWS; i++) {
                bareCases++;
                CaseNumber number = CaseNumber.of("BB", pool.value(), 2026, bareCases);
                transaction.executeWithoutResult(status -> processes.start(BARE, number, pool, Map.of()));
            }
        });
        return side;
    }

    private static void print(String what, Side side) {
        System.out.printf(
                Locale.ROOT,
                "%-50s %,8.0f/s %8.1f statements %8.1f trips %8.1f KB of WAL a case%n",
                what,
                side.perSecond(),
                side.statements / (double) side.cases,
                side.trips / (double) side.cases,
                side.wal / KILO / side.cases);
    }

    /** What one side did. */
    private final class Side {

        private int cases;
        private long nanos;
        private long statements;
        private long trips;
        private long wal;

        void measure(int count, Runnable work) {
            long walBefore = written();
            long statementsBefore = CountedStatements.STATEMENTS.sum();
            long tripsBefore = CountedStatements.TRIPS.sum();
            long start = System.nanoTime();
            work.run();
            nanos += System.nanoTime() - start;
            statements += CountedStatements.STATEMENTS.sum() - statementsBefore;
            trips += CountedStatements.TRIPS.sum() - tripsBefore;
            wal += written() - walBefore;
            cases += count;
        }

        void add(Side other) {
            cases += other.cases;
            nanos += other.nanos;
            statements += other.statements;
            trips += other.trips;
            wal += other.wal;
        }

        double perSecond() {
            return cases / (nanos / NANOS);
        }

        private long written() {
            return jdbc.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
                    .query(Long.class)
                    .single();
        }
    }
}
