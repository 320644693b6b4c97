package org.yiban.bulk;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second, on every node, for files to check and cases to open, with threads of its own: a file may keep them
 * for an hour, and nothing else waits for that. At the end of the program the cases at hand are finished, the others wait.
 */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "yiban.bulk.scheduled", matchIfMissing = true)
class BulkWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWorkers.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final CheckingFiles checking;
    private final StartingCases starting;
    private final DeletingContents deleting;
    private final int threads;
    private final Semaphore checkers = new Semaphore(1);
    private final Semaphore starters;
    private ExecutorService executor;

    BulkWorkers(CheckingFiles checking, StartingCases starting, DeletingContents deleting, BulkLimits limits) {
        this.checking = checking;
        this.starting = starting;
        this.deleting = deleting;
        this.threads = limits.threads();
        this.starters = new Semaphore(threads);
    }

    @Scheduled(fixedDelayString = "${yiban.bulk.pause:1s}")
    void look() {
        offer(checkers, checking::run);
        for (int i = 0; i < threads; i++) {
            offer(starters, starting::run);
        }
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void deleteContents() {
        deleting.run();
    }

    private synchronized void offer(Semaphore places, Runnable work) {
        if (executor != null && places.tryAcquire()) {
            executor.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("成批文件的处理中断，稍后自动继续", e);
                } finally {
                    places.release();
                }
            });
        }
    }

    @Override
    public synchronized void start() {
        executor = Executors.newFixedThreadPool(threads + 1);
    }

    @Override
    public synchronized void stop() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("成批文件的处理没有及时停下");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
