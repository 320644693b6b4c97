package org.yiban.policy.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.region.Regions;

/**
 * The command {@code decide <family> <fact>=<value> … [--tables <folder>] [--json]}: asks the packaged tables or those of
 * a folder, with the packaged regions and days off, without database, and prints the answer and its reasons.
 */
public final class DecideCommand {

    /** How the command is called. */
    public static final String USAGE = "decide <决策类别> <事实>=<值> … [--tables <决策表文件夹>] [--json]";

    private static final int DECIDED = 0;
    private static final int REFUSED = 1;
    private static final int UNUSABLE = 2;
    private static final String TABLES = "--tables";
    private static final String JSON = "--json";
    private static final JsonMapper WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private DecideCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments what follows the command's name
     * @return exit status: 0 if it was decided, REFER included, 1 if the family or facts are refused, 2 if the call or a
     *     table cannot be used
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> left = new ArrayList<>(arguments);
        boolean json = left.remove(JSON);
        Path tables = null;
        int option = left.indexOf(TABLES);
        if (option >= 0 && option + 1 < left.size()) {
            tables = Path.of(left.remove(option + 1));
            left.remove(option);
        }
        Map<String, String> facts = new LinkedHashMap<>();
        boolean called = !left.isEmpty() && !left.get(0).contains("=");
        for (String stated : left.subList(Math.min(1, left.size()), left.size())) {
            int equals = stated.indexOf('=');
            called &= equals > 0 && facts.put(stated.substring(0, equals), stated.substring(equals + 1)) == null;
        }
        if (!called || left.stream().anyMatch(argument -> argument.startsWith("--"))) {
            err.println("用法：" + USAGE);
            err.println("每项事实写一次，例如：decide suspension region=220000 identity=EMPLOYER lastPaidMonth=2023-03");
            return UNUSABLE;
        }
        if (tables != null && !Files.isDirectory(tables)) {
            err.println("没有这个文件夹：" + tables);
            return UNUSABLE;
        }
        return decide(left.get(0), facts, tables, json, out, err);
    }

    private static int decide(
            String family, Map<String, String> facts, Path tables, boolean json, PrintStream out, PrintStream err) {
        try {
            Regions regions = Regions.load();
            WorkingCalendar calendar = WorkingCalendar.ofPackagedNotices();
            Policies policies = tables == null
                    ? Policies.packaged(regions, () -> calendar)
                    : Policies.of(tables, regions, () -> calendar);
            Explanation explanation = policies.decide(family, facts).explanation();
            ToldDecision told = new DecisionWords(policies, regions).tell(explanation);
            if (json) {
                out.println(WRITER.writeValueAsString(told));
            } else {
                told.sentences().forEach(out::println);
                if (told.source() != null) {
                    out.println("（" + told.source() + "）");
                }
            }
            return DECIDED;
        } catch (ProblemException e) {
            e.violations().forEach(violation -> err.println(refusal(violation)));
            return REFUSED;
        } catch (DecisionTableException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an explanation holds plain values", e);
        }
    }

    private static String refusal(Violation violation) {
        String value = violation.value() == null ? "" : "=" + violation.value();
        return violation.field() + value + "：" + violation.message();
    }
}
