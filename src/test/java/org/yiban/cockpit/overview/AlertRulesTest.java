package org.yiban.cockpit.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;
import org.yiban.YibanTest;
import org.yiban.cockpit.Standing;
import org.yiban.exchange.MessageState;

/** Holds the rules in {@code docker/prometheus} to the form that Prometheus reads and to the metrics that there are. */
@YibanTest
class AlertRulesTest {

    private static final Path FOLDER = Path.of("docker", "prometheus");
    private static final Pattern METRIC = Pattern.compile("yiban_\\w+");
    private static final Pattern STATE = Pattern.compile("state=\"(\\w+)\"");
    private static final Pattern DURATION = Pattern.compile("\\d+[mhd]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Autowired
    List<MeterBinder> gauges;

    @Test
    void everyRuleIsWholeAndSpeaksOfMetricsThatThereAre() throws IOException {
        Set<String> metrics = metrics();
        Set<String> names = new HashSet<>();

        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.keySet()).containsExactlyInAnyOrder("alert", "expr", "for", "labels", "annotations");
            assertThat(names.add((String) rule.get("alert"))).isTrue();
            assertThat((String) rule.get("for")).matches(DURATION);
            assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("info", "warning", "critical");
            assertThat(((Map<?, ?>) rule.get("annotations")).values())
                    .hasSize(2)
                    .allSatisfy(text -> assertThat((String) text).containsPattern(CHINESE));
            String expression = (String) rule.get("expr");
            assertThat(expression.chars().filter(c -> c == '(').count())
                    .isEqualTo(expression.chars().filter(c -> c == ')').count());
            assertThat(metrics).containsAll(found(METRIC, expression, 0));
            assertThat(states()).containsAll(found(STATE, expression, 1));
        });
    }

    @Test
    void theScrapeExampleReadsTheseRulesFromWhereTheMetricsAre() throws IOException {
        Map<String, Object> scrape = new Yaml().load(Files.readString(FOLDER.resolve("prometheus.yml")));

        assertThat(scrape.get("rule_files")).isEqualTo(List.of("alerts.yml"));
        Map<?, ?> job = (Map<?, ?>) ((List<?>) scrape.get("scrape_configs")).get(0);
        assertThat(job.get("job_name")).isEqualTo("yiban");
        assertThat(job.get("metrics_path")).isEqualTo("/actuator/prometheus");
        assertThat(Files.readString(FOLDER.resolve("alerts.yml"))).contains("up{job=\"yiban\"}");
    }

    private static Set<String> states() {
        return Stream.concat(Stream.of(Standing.values()), Stream.of(MessageState.values()))
                .map(Enum::name)
                .collect(Collectors.toSet());
    }

    private Set<String> metrics() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        gauges.forEach(each -> each.bindTo(registry));
        Set<String> names = new HashSet<>();
        for (Meter meter : registry.getMeters()) {
            String unit = meter.getId().getBaseUnit();
            names.add(meter.getId().getName().replace('.', '_') + (unit == null ? "" : "_" + unit));
        }
        return names;
    }

    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
        List<Map<String, Object>> rules = new ArrayList<>();
        file.get("groups").forEach(group -> rules.addAll(group.get("rules")));
        return rules;
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
