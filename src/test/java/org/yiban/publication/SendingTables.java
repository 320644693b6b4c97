package org.yiban.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** Sends files of tables to be published, as people do. */
@Component
@Lazy
class SendingTables {

    private static final String ASKER = "analystlc";
    private static final String WAITING = "220000-jilin/waiting-period.dmn";
    private static final String CELL = "waitingPeriod_220000_JL2022_19_first_out_startAfter\"><text>";

    private final ApiClient api;

    SendingTables(ApiClient api) {
        this.api = api;
    }

    Answer request(LocalDate from, byte[] file, byte[] cases) {
        return form(from.toString(), file, cases);
    }

    Answer form(String from, byte[] file, byte[] cases) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("file:waiting-period.dmn", file);
        parts.put("from", from);
        parts.put("reason", "试改等待期");
        parts.put("source", "JL2022-19");
        if (cases != null) {
            parts.put("cases:waiting-period-new.csv", cases);
        }
        return api.postForm(ASKER, "/api/publications", parts);
    }

    static byte[] days(int days) throws IOException {
        String text = Files.readString(Path.of("processes/policy", WAITING));
        assertThat(text).contains(CELL + 90);
        return text.replace(CELL + 90, CELL + days).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] holding(String name, LocalDate paidOn, LocalDate benefitStart) {
        return String.join(
                        "\n",
                        List.of(
                                "case,region,scheme,identity,event,paidOn,expect.outcome,expect.benefitStart",
                                "%s,220000,EMPLOYEE,EMPLOYER,FIRST,%s,DECIDED,%s"
                                        .formatted(name, paidOn, benefitStart)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
