package org.yiban.benchmark;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.YibanApplication;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;

/** Decisions kept with their reasons, against the engine's decision service with its history, a hundred a transaction. */
final class Storing {

    private static final int BATCH = 100;
    private static final int WARM_UP_BATCHES = 100;
    private static final int ROUNDS = 5;
    private static final int BATCHES = 20;
    private static final double NANOS = 1e9;
    private static final String TABLE = "waitingPeriod_211200_TL2022";
    private static final String FILE = "processes/policy/211200-tieling/waiting-period.dmn";

    private Storing() {}

    static void measure() throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(YibanApplication.class)
                .run(
                        "--yiban.data=target/benchmark-data/" + UUID.randomUUID(),
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--camunda.bpm.history-level=full",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--yiban.exchange.scheduled=false")) {
            measure(application);
        }
    }

    private static void measure(ConfigurableApplicationContext application) throws Exception {
        Policies policies = application.getBean(Policies.class);
        DecisionRecords records = application.getBean(DecisionRecords.class);
        DecisionService decisions = application.getBean(DecisionService.class);
        try (InputStream file = Storing.class.getResourceAsStream("/" + FILE)) {
            application
                    .getBean(RepositoryService.class)
                    .createDeployment()
                    .addInputStream("benchmark.dmn", file)
                    .deploy();
        }
        Questions questions = new Questions(policies, "211200", TABLE);
        TransactionTemplate transaction =
                new TransactionTemplate(application.getBean(PlatformTransactionManager.class));

        IntConsumer ours = first -> transaction.executeWithoutResult(status -> {
            List<Explanation> decided = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                decided.add(policies.decide(
                                Questions.FAMILY, questions.stated.get((first + i) % questions.stated.size()))
                        .explanation());
            }
            records.keepAll("benchmark", decided);
        });
        IntConsumer engines = first -> transaction.executeWithoutResult(status -> {
            for (int i = 0; i < BATCH; i++) {
                decisions
                        .evaluateDecisionTableByKey(TABLE)
                        .variables(questions.plain.get((first + i) % questions.plain.size()))
                        .evaluate();
            }
        });
        IntConsumer enginesAlone = first -> {
            for (int i = 0; i < BATCH; i++) {
                decisions
                        .evaluateDecisionTableByKey(TABLE)
                        .variables(questions.plain.get((first + i) % questions.plain.size()))
                        .evaluate();
            }
        };
        run(ours, WARM_UP_BATCHES);
        run(engines, WARM_UP_BATCHES);
        run(enginesAlone, 1);
        double kept = 0;
        double history = 0;
        double alone = 0;
        for (int round = 0; round < ROUNDS; round++) {
            kept += run(ours, BATCHES);
            history += run(engines, BATCHES);
            alone += run(enginesAlone, 1);
        }
        System.out.printf(
                Locale.ROOT,
                "Stored: decided and kept, %1$d a transaction, %2$,.0f/s; the engine's service at history full, %1$d a"
                        + " transaction, %3$,.0f/s (ratio %4$.1f), one a transaction %5$,.0f/s (ratio %6$.1f)%n",
                BATCH,
                kept / ROUNDS,
                history / ROUNDS,
                kept / history,
                alone / ROUNDS,
                kept / alone);
    }

    /** Decisions a second. */
    private static double run(IntConsumer batch, int batches) {
        long start = System.nanoTime();
        for (int i = 0; i < batches; i++) {
            batch.accept(i * BATCH);
        }
        return batches * BATCH / ((System.nanoTime() - start) / NANOS);
    }
}
