package org.yiban.benchmark;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures and prints the ratios that docs/benchmarks.md speaks of. Arguments: any of deciding, threads, storing, clocks, intake, bulk. */
public final class Benchmarks {

    private static final String BASE = "engineAsShipped";
    private static final String KIE = "kie";
    private static final int SECONDS = Integer.getInteger("yiban.benchmark.seconds", 2);
    private static final String ONLY = System.getProperty("yiban.benchmark.only", "");
    private static final int WARM_UPS = 6;
    private static final int MEASURED = 5;

    private Benchmarks() {}

    /** Measures what is named; all but the run of two hundred thousand rows if nothing is. */
    public static void main(String[] args) throws Exception {
        Set<String> asked = Set.of(args.length == 0 ? new String[] {"deciding", "threads", "storing", "clocks", "intake"} : args);
        System.out.printf(
                "%d processors, %d MB heap at most, Java %s, %s %s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
        if (asked.contains("deciding")) {
            deciding();
        }
        if (asked.contains("threads")) {
            TwoThreads.measure();
        }
        if (asked.contains("storing")) {
            Storing.measure();
        }
        if (asked.contains("clocks")) {
            ManyClocks.measure();
        }
        if (asked.contains("intake")) {
            BulkIntake.measure();
        }
        if (asked.contains("bulk")) {
            BulkRun.measure();
        }
    }

    private static void deciding() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Deciding.class.getName() + ONLY)
                        .forks(1)
                        .jvmArgsAppend("-Xmx1g")
                        .warmupIterations(WARM_UPS)
                        .warmupTime(TimeValue.seconds(SECONDS))
                        .measurementIterations(MEASURED)
                        .measurementTime(TimeValue.seconds(SECONDS))
                        .build())
                .run();
        Map<String, Map<String, RunResult>> byTable = new LinkedHashMap<>();
        for (RunResult result : results) {
            byTable.computeIfAbsent(result.getParams().getParam("table"), table -> new HashMap<>())
                    .put(result.getPrimaryResult().getLabel(), result);
        }
        byTable.forEach(Benchmarks::print);
    }

    private static void print(String table, Map<String, RunResult> variants) {
        double base = variants.containsKey(BASE) ? score(variants.get(BASE)) : Double.NaN;
        double kie = variants.containsKey(KIE) ? score(variants.get(KIE)) : Double.NaN;
        System.out.printf("%n%s%n", table.substring(table.lastIndexOf(' ') + 1));
        System.out.printf("%-26s %14s %10s %14s %10s%n", "variant", "decisions/s", "±", "x as shipped", "x KIE");
        variants.entrySet().stream()
                .sorted((one, other) -> Double.compare(score(one.getValue()), score(other.getValue())))
                .forEach(variant -> System.out.printf(
                        Locale.ROOT,
                        "%-26s %,14.0f %,10.0f %,14.1f %,10.2f%n",
                        variant.getKey(),
                        score(variant.getValue()),
                        variant.getValue().getPrimaryResult().getScoreError(),
                        score(variant.getValue()) / base,
                        score(variant.getValue()) / kie));
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
