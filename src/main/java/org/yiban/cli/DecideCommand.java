package org.yiban.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.cli.Options.WrongUsageException;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.policy.explain.ToldDecision;
import org.yiban.policy.tables.DecisionTableException;
import org.yiban.region.Regions;

/**
 * The command {@code decide <family> <fact>=<value> … [--tables <folder>] [--json]}: asks the packaged tables or those of
 * a folder, with the packaged regions and days off, without database, and prints the answer and its reasons.
 */
final class DecideCommand {

    /** How the command is called. */
    static final String USAGE = "decide <决策类别> <事实>=<值> … [--tables <决策表文件夹>] [--json]";

    private static final int DECIDED = 0;
    private static final int REFUSED = 1;
    private static final int UNUSABLE = 2;
    private static final String TABLES = "tables";
    private static final String JSON = "json";
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
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.read(arguments, Set.of(TABLES), Set.of(JSON));
            List<String> stated = options.rest();
            if (stated.isEmpty() || stated.get(0).contains("=")) {
                throw new WrongUsageException("请先写明决策类别");
            }
            Path tables = options.value(TABLES).map(Path::of).orElse(null);
            if (tables != null && !Files.isDirectory(tables)) {
                throw new WrongUsageException("没有这个文件夹：" + tables);
            }
            Map<String, String> facts = facts(stated.subList(1, stated.size()));
            return decide(stated.get(0), facts, tables, options.has(JSON), out, err);
        } catch (WrongUsageException e) {
            err.println(e.getMessage());
            err.println("用法：" + USAGE);
            err.println("例如：decide suspension region=220000 identity=EMPLOYER lastPaidMonth=2023-03");
            return UNUSABLE;
        }
    }

    private static Map<String, String> facts(List<String> stated) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : stated) {
            int equals = fact.indexOf('=');
            if (equals < 1) {
                throw new WrongUsageException("事实要写成 名称=值：" + fact);
            }
            if (facts.put(fact.substring(0, equals), fact.substring(equals + 1)) != null) {
                throw new WrongUsageException("事实写了两次：" + fact.substring(0, equals));
            }
        }
        return facts;
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
