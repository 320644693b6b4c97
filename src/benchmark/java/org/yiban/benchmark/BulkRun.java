package org.yiban.benchmark;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.bulk.CheckingFiles;
import org.yiban.bulk.StartingCases;
import org.yiban.person.PeopleImport;

/** One file of two hundred thousand refunds, sent in, checked, released, stopped half way and resumed, to its last case. */
final class BulkRun {

    private static final int ROWS = Integer.getInteger("yiban.benchmark.rows", 200_000);
    private static final int THREADS = Integer.getInteger("yiban.benchmark.threads", 2);
    private static final double NANOS = 1e9;
    private static final int MEGA = 20;
    private static final int PAUSE_MS = 1000;

    private final JdbcClient jdbc;
    private final CheckingFiles checking;
    private final StartingCases starting;
    private final BulkStaff staff;
    private final DuplicatePayments payments;

    private BulkRun(ConfigurableApplicationContext application) {
        jdbc = application.getBean(JdbcClient.class);
        checking = application.getBean(CheckingFiles.class);
        starting = application.getBean(StartingCases.class);
        staff = new BulkStaff(application);
        payments = new DuplicatePayments(application.getBean(PeopleImport.class));
    }

    static void measure() throws Exception {
        try (ConfigurableApplicationContext application = BulkIntake.start()) {
            new BulkRun(application).run();
        }
    }

    private void run() throws InterruptedException {
        long begin = System.nanoTime();
        byte[] content = payments.file(ROWS);
        jdbc.sql("vacuum analyze").update();
        told("people and payments on record", begin, ROWS);
        System.out.printf(Locale.ROOT, "file: %,d rows, %d MB%n", ROWS, content.length >> MEGA);

        begin = System.nanoTime();
        long file = staff.send(content);
        told("sent in and kept", begin, ROWS);

        begin = System.nanoTime();
        checking.run();
        told("read, checked and previewed", begin, ROWS);

        begin = System.nanoTime();
        staff.release(file);
        told("submitted, sample drawn, released", begin, ROWS);

        begin = System.nanoTime();
        int half = open(file, ROWS / 2);
        staff.steer(file, "resume");
        int rest = open(file, Integer.MAX_VALUE);
        told("cases opened, stopped once after %,d and resumed, %d threads".formatted(half, THREADS), begin, ROWS);
        requireEachOnce(file, half + rest);
        Runtime.getRuntime().gc();
        System.out.printf(
                "heap in use after it: %d MB; database %s%n",
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> MEGA,
                jdbc.sql("select pg_size_pretty(pg_database_size(current_database()))")
                        .query(String.class)
                        .single());
    }

    /** Opens cases until so many are open, then stops; returns how many. */
    private int open(long file, int until) throws InterruptedException {
        ExecutorService nodes = Executors.newFixedThreadPool(THREADS);
        int[] opened = new int[THREADS];
        for (int node = 0; node < THREADS; node++) {
            int at = node;
            nodes.execute(() -> opened[at] = starting.run());
        }
        nodes.shutdown();
        while (!nodes.awaitTermination(PAUSE_MS, TimeUnit.MILLISECONDS)) {
            if (until < ROWS && openCases(file) >= until) {
                staff.steer(file, "stop");
                until = ROWS;
            }
        }
        int sum = 0;
        for (int each : opened) {
            sum += each;
        }
        return sum;
    }

    private int openCases(long file) {
        return jdbc.sql("select count(*) from yiban.bulk_row where file_id = ? and state = 'OPENED'")
                .param(file)
                .query(Integer.class)
                .single();
    }

    private void requireEachOnce(long file, int opened) {
        int cases = jdbc.sql("select count(distinct case_number) from yiban.bulk_row where file_id = ?")
                .param(file)
                .query(Integer.class)
                .single();
        int orders = jdbc.sql("select count(*) from yiban.payment_order").query(Integer.class).single();
        String state = staff.get(file).path("state").asText();
        System.out.printf(
                Locale.ROOT, "%s: %,d opened, %,d different cases, %,d orders of payment%n", state, opened, cases, orders);
        if (opened != ROWS || cases != ROWS || !state.equals("DONE")) {
            throw new IllegalStateException(staff.get(file).toString());
        }
    }

    private static void told(String what, long begin, int rows) {
        double seconds = (System.nanoTime() - begin) / NANOS;
        System.out.printf(Locale.ROOT, "%-75s %,9.1f s %,10.0f rows/s%n", what, seconds, rows / seconds);
    }
}
