package org.yiban.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Counts what the application sends to the database: statements, those of a batch one by one, and trips. */
@Component
class CountedStatements implements BeanPostProcessor {

    /** System property without which nothing is counted. */
    static final String SWITCH = "yiban.benchmark.statements";

    static final LongAdder STATEMENTS = new LongAdder();
    static final LongAdder TRIPS = new LongAdder();
    private static final Map<String, LongAdder> COUNT = new ConcurrentHashMap<>();
    private static final Map<String, LongAdder> NANOS = new ConcurrentHashMap<>();
    private static final double MICRO = 1e3;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && Boolean.getBoolean(SWITCH)
                ? proxy(DataSource.class, source, (method, result, args) ->
                        result instanceof Connection connection ? counted(connection) : result)
                : bean;
    }

    /** Forgets what was counted by text. */
    static void forget() {
        COUNT.clear();
        NANOS.clear();
    }

    /** Prints the texts that took longest, as microseconds a case. */
    static void print(String side, int cases, int most) {
        System.out.printf("%s: statements by time, a case%n", side);
        NANOS.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().sum()))
                .limit(most)
                .forEach(entry -> System.out.printf(
                        Locale.ROOT,
                        "%8.2f x %8.0f us  %s%n",
                        COUNT.get(entry.getKey()).sum() / (double) cases,
                        entry.getValue().sum() / MICRO / cases,
                        entry.getKey()));
    }

    private static Connection counted(Connection connection) {
        return proxy(Connection.class, connection, (method, result, args) ->
                result instanceof PreparedStatement statement ? counted(statement, text(args)) : result);
    }

    private static PreparedStatement counted(PreparedStatement statement, String text) {
        return (PreparedStatement) Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (self, method, args) -> {
                    boolean executes = method.getName().startsWith("execute");
                    boolean counts = method.getName().equals("addBatch") || executes && !method.getName().contains("Batch");
                    if (counts) {
                        STATEMENTS.increment();
                        COUNT.computeIfAbsent(text, any -> new LongAdder()).increment();
                    }
                    long start = System.nanoTime();
                    try {
                        return method.invoke(statement, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (executes) {
                            TRIPS.increment();
                            NANOS.computeIfAbsent(text, any -> new LongAdder()).add(System.nanoTime() - start);
                        }
                    }
                });
    }

    private static String text(Object[] args) {
        String text = args == null ? "" : String.valueOf(args[0]).replaceAll("\\s+", " ").strip();
        return text.length() > 110 ? text.substring(0, 110) : text;
    }

    private static <T> T proxy(Class<T> type, T target, Seen seen) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    try {
                        return seen.of(method.getName(), method.invoke(target, args), args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What becomes of a result on its way. */
    private interface Seen {
        Object of(String method, Object result, Object[] args);
    }
}
