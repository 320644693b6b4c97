package org.yiban.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yiban.policy.Policies;

/** A million decisions on two threads, explained, after warming up. */
final class TwoThreads {

    private static final int THREADS = 2;
    private static final int EACH = 500_000;
    private static final int WARM_UP = 200_000;
    private static final double NANOS = 1e9;

    private TwoThreads() {}

    static void measure() throws Exception {
        Policies policies = Questions.policies();
        Questions questions = new Questions(policies, "211200", "waitingPeriod_211200_TL2022");
        run(policies, questions, WARM_UP);
        long start = System.nanoTime();
        run(policies, questions, EACH);
        System.out.printf(
                Locale.ROOT,
                "1,000,000 decisions on %d threads: %.1f s%n",
                THREADS,
                (System.nanoTime() - start) / NANOS);
    }

    private static void run(Policies policies, Questions questions, int each) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                work.add(() -> {
                    int stated = 0;
                    for (int i = 0; i < each; i++) {
                        stated += policies.decide(
                                        Questions.FAMILY, questions.stated.get(i % questions.stated.size()))
                                .results()
                                .size();
                    }
                    return stated;
                });
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
