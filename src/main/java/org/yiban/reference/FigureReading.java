package org.yiban.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiban.kernel.Days;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.region.Region;
import org.yiban.region.RegionLevel;
import org.yiban.region.Regions;

/** Reads a figure as it was stated and holds it to what a figure of its kind can be; what it says of others is checked elsewhere. */
final class FigureReading {

    private static final int EARLIEST_YEAR = 1990;
    private static final int PLACES_OF_RATES = 4;
    private static final int CENTS = 2;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}(\\.\\d{1,8})?");
    private static final Map<String, String> COLUMNS =
            Map.of("accountType", "account_type", "announcedOn", "announced_on");
    private static final Map<String, String> IDENTITIES =
            new TreeMap<>(Map.of("EMPLOYER", "单位职工", "FLEXIBLE", "灵活就业人员"));
    private static final Map<String, String> ACCOUNT_TYPES =
            new TreeMap<>(Map.of("POOLED_ONLY", "单建统筹", "POOLED_WITH_ACCOUNT", "统账结合"));

    private final Regions regions;
    private final FigureRanges ranges;
    private final LocalDate today;
    private final Violations problems;
    private final String at;

    /** @param at the beginning of field names */
    FigureReading(Regions regions, FigureRanges ranges, LocalDate today, Violations problems, String at) {
        this.regions = regions;
        this.ranges = ranges;
        this.today = today;
        this.problems = problems;
        this.at = at;
    }

    /** The figure; {@code null} once it is noted what is wrong with it. */
    ProposedFigure read(StatedFigure stated, FigureNature nature) {
        FigureKind kind = problems.collect(() -> kind(stated.kind()));
        if (kind == null) {
            return null;
        }
        Violations own = new Violations();
        Region region = own.collect(() -> region(kind, stated.region()));
        Integer year = own.collect(() -> year(stated.year()));
        BigDecimal value = own.collect(() -> value(kind, stated.value()));
        String identity = own.collect(() -> word("identity", stated.identity(), kind.isRate(), IDENTITIES));
        String accountType = own.collect(
                () -> word("accountType", stated.accountType(), kind == FigureKind.LOCAL_RATE, ACCOUNT_TYPES));
        LocalDate announced = own.collect(() -> announced(stated.announcedOn()));
        String source = own.collect(() -> source(stated.source()));
        Long replaces = own.collect(() -> replaces(stated.replaces()));
        LocalDate from = own.collect(() -> day("from", stated.from()));
        LocalDate until = own.collect(() -> day("until", stated.until()));
        if (!own.isEmpty()) {
            problems.addAll(own);
            return null;
        }
        if (kind.isWage()) {
            checkWage(from, until, year, announced, own);
            from = LocalDate.of(year, 1, 1);
            until = LocalDate.of(year, 12, 31);
        } else {
            checkTime(kind, from, until, year, own);
        }
        if (!own.isEmpty()) {
            problems.addAll(own);
            return null;
        }
        Figure figure = new Figure(
                0, kind, region.code(), year, from, until, value, identity, accountType, announced, source, nature);
        return new ProposedFigure(figure, replaces, at);
    }

    /** The name of a field: as a column is called where it stands in a file. */
    private String at(String field) {
        return at.isEmpty() ? field : at + COLUMNS.getOrDefault(field, field);
    }

    private FigureKind kind(String text) {
        String code = text == null ? "" : text.strip();
        return Arrays.stream(FigureKind.values())
                .filter(kind -> kind.name().equals(code) || kind.title().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        at("kind"),
                        text,
                        "应为 "
                                + Arrays.stream(FigureKind.values())
                                        .map(kind -> kind.title() + "（" + kind.name() + "）")
                                        .collect(Collectors.joining("、"))));
    }

    private Region region(FigureKind kind, String code) {
        Region region = regions.require(at("region"), code);
        boolean province = region.level() == RegionLevel.PROVINCE;
        boolean fits =
                switch (kind) {
                    case PROVINCIAL_AVERAGE_WAGE -> province;
                    case CITY_AVERAGE_WAGE -> region.isPool();
                    case LOCAL_RATE, MINIMUM_BASE, MAXIMUM_BASE, ACCOUNT_RATE -> province || region.isPool();
                };
        if (!fits) {
            String allowed = kind == FigureKind.PROVINCIAL_AVERAGE_WAGE
                    ? "省"
                    : kind == FigureKind.CITY_AVERAGE_WAGE ? "统筹区" : "省或统筹区";
            throw ProblemException.invalid(
                    at("region"),
                    code,
                    "“%s”应填%s的代码；%s不是".formatted(kind.title(), allowed, regions.fullName(region.code())));
        }
        return region;
    }

    private Integer year(String text) {
        String digits = text == null ? "" : text.strip();
        int year = digits.matches("[0-9]{4}") ? Integer.parseInt(digits) : 0;
        if (year < EARLIEST_YEAR || year > today.getYear() + 1) {
            throw ProblemException.invalid(
                    at("year"), text, "应为 " + EARLIEST_YEAR + " 至 " + (today.getYear() + 1) + " 的年份");
        }
        return year;
    }

    private BigDecimal value(FigureKind kind, String text) {
        int places = kind.isRate() ? PLACES_OF_RATES : CENTS;
        FigureRanges.Range range = ranges.of(kind);
        String allowed = kind.isRate()
                ? "应为小数，四位以内，例如 0.07 就是 7%%；在 %s 到 %s 之间（机构设定）"
                        .formatted(range.least().toPlainString(), range.most().toPlainString())
                : "应为每月多少元，两位小数以内；在 %s 到 %s 元之间（机构设定）"
                        .formatted(range.least().toPlainString(), range.most().toPlainString());
        String written = text == null ? "" : text.strip();
        if (!NUMBER.matcher(written).matches()) {
            throw ProblemException.invalid(at("value"), text, allowed);
        }
        BigDecimal value = new BigDecimal(written);
        if (value.stripTrailingZeros().scale() > places || !range.holds(value)) {
            throw ProblemException.invalid(at("value"), text, allowed);
        }
        return value.setScale(places);
    }

    private String word(String field, String text, boolean asked, Map<String, String> allowed) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!asked) {
            throw ProblemException.invalid(
                    at(field), text, "这一种数不分" + (field.equals("identity") ? "人员类别" : "账户类别") + "，请留空");
        }
        return allowed.keySet().stream()
                .filter(code -> code.equals(text.strip()) || allowed.get(code).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        at(field),
                        text,
                        allowed.entrySet().stream()
                                .map(each -> each.getValue() + "（" + each.getKey() + "）")
                                .collect(Collectors.joining(" 或 ", "应为 ", "，都适用的留空"))));
    }

    private LocalDate announced(String text) {
        LocalDate day = day("announcedOn", text);
        if (day == null) {
            throw ProblemException.invalid(at("announcedOn"), text, "请填写公布日期，例如 2026-06-30");
        }
        if (day.isAfter(today)) {
            throw ProblemException.invalid(at("announcedOn"), text, "公布日期不能晚于今天（" + today + "）");
        }
        return day;
    }

    private String source(String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.invalid(at("source"), text, "请填写出处：发布机关、文号和标题，或网址；没有出处的数不能登记");
        }
        return FreeText.required(at("source"), text);
    }

    private Long replaces(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("[0-9]{1,15}")) {
            throw ProblemException.invalid(at("replaces"), text, "应为所更正的那个数的编号，不是更正的留空");
        }
        return Long.valueOf(text.strip());
    }

    private LocalDate day(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        LocalDate day = Days.parse(text.strip());
        if (day == null) {
            throw ProblemException.invalid(at(field), text, "应为日历上的日期，写作 yyyy-MM-dd，例如 2026-01-01");
        }
        return day;
    }

    private void checkWage(LocalDate from, LocalDate until, int year, LocalDate announced, Violations own) {
        if (from != null || until != null) {
            String given = from == null ? until.toString() : from.toString();
            own.add(at(from == null ? "until" : "from"), given, "平均工资属于一个年度，只填年度，不填起止日期");
        }
        if (announced.getYear() <= year) {
            own.add(at("announcedOn"), announced.toString(), year + " 年度的平均工资在 " + year + " 年结束以后才会公布");
        }
    }

    private void checkTime(FigureKind kind, LocalDate from, LocalDate until, int year, Violations own) {
        if (from == null) {
            own.add(at("from"), null, "请填写从哪一天起适用");
            return;
        }
        if (from.getYear() != year) {
            own.add(at("year"), String.valueOf(year), "与起始日期 " + from + " 不是同一年");
        }
        if (until != null && until.isBefore(from)) {
            own.add(at("until"), until.toString(), "不能早于起始日期 " + from);
        }
        if (kind.isBase() && (until == null || until.getYear() > year + 1)) {
            own.add(
                    at("until"),
                    until == null ? null : until.toString(),
                    "基数只属于一个年度，要写明最后一天，不晚于 " + LocalDate.of(year + 1, 12, 31));
        }
    }
}
