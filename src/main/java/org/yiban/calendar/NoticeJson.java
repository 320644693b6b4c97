package org.yiban.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yiban.kernel.Violations;

/**
 * Reads a notice from JSON as data sets of public holidays have it: {@code {"year": 2027, "papers": ["http…"], "days":
 * [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}}. What else stands in it is passed over.
 */
final class NoticeJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private NoticeJson() {}

    static NoticeFile read(String text, Violations problems) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(NoticeFile.FIELD + ":" + line, null, "不是有效的 JSON：" + "这一行或它之前有多余、缺少或重复的内容");
            return new NoticeFile(null, null, List.of());
        }
        if (!root.path("year").isInt()) {
            problems.add(field("year"), shown(root.path("year")), "应为年份，例如 2027");
        }
        if (!root.path("days").isArray()) {
            problems.add(
                    field("days"),
                    shown(root.path("days")),
                    "应为日子的列表：[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]");
        }
        List<NoticeLine> lines = new ArrayList<>();
        for (int i = 0; i < root.path("days").size(); i++) {
            line(field("days[" + i + "]"), root.path("days").get(i), lines, problems);
        }
        Integer year = root.path("year").isInt() ? root.path("year").intValue() : null;
        return new NoticeFile(year, address(root.path("papers"), problems), lines);
    }

    private static String address(JsonNode papers, Violations problems) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode paper : papers) {
            if (paper.isTextual()) {
                addresses.add(paper.textValue().strip());
            } else {
                problems.add(field("papers"), shown(paper), "应为通知的网址");
            }
        }
        return addresses.isEmpty() ? null : String.join(" ", addresses);
    }

    private static void line(String at, JsonNode entry, List<NoticeLine> lines, Violations problems) {
        JsonNode name = entry.path("name");
        JsonNode off = entry.path("isOffDay");
        LocalDate day = NoticeFile.day(at + ".date", entry.path("date").textValue(), problems);
        if (!name.isTextual()) {
            problems.add(at + ".name", shown(name), "应为节日名称，例如 元旦");
        }
        if (!off.isBoolean()) {
            problems.add(at + ".isOffDay", shown(off), "应为 true（放假）或 false（上班）");
        }
        if (day != null && name.isTextual() && off.isBoolean()) {
            lines.add(
                    new NoticeLine(at, day, name.textValue().strip(), off.booleanValue() ? DayKind.OFF : DayKind.WORK));
        }
    }

    private static String field(String name) {
        return NoticeFile.FIELD + ":" + name;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.toString();
    }
}
