package org.yiban.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Violations;
import org.yiban.policy.settings.Settings;
import org.yiban.policy.sources.Sources;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

class FigureReadingTest {

    private static final Regions REGIONS = Regions.load();
    private static final FigureRanges RANGES = new FigureRanges(Settings.packaged(Sources.packaged()));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String HEAD =
            "kind,region,year,from,until,value,identity,account_type,announced_on,source,replaces\n";
    private static final String WAGE = "PROVINCIAL_AVERAGE_WAGE,220000,2025,,,7200.00,,,2026-06-30,吉林省统计局公告（虚构）,";
    private static final String RATE =
            "LOCAL_RATE,220100,2026,2026-01-01,,0.07,FLEXIBLE,POOLED_ONLY,2025-12-01,长春市医保局公告（虚构）,";
    private static final String FLOOR =
            "MINIMUM_BASE,370800,2027,2027-01-01,2027-12-31,4600,,,2026-11-20,济宁市医保局公告（虚构）,";

    @Test
    void anAverageWageBelongsToTheYearInWhichItWasEarned() {
        Figure wage = read(WAGE).get(0).figure();

        assertThat(wage.kind()).isEqualTo(FigureKind.PROVINCIAL_AVERAGE_WAGE);
        assertThat(wage.region()).isEqualTo(new RegionCode("220000"));
        assertThat(wage.from()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(wage.until()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(wage.value()).isEqualTo(new BigDecimal("7200.00"));
    }

    @Test
    void aRateIsForThoseItNames() {
        Figure rate = read(RATE).get(0).figure();

        assertThat(rate.until()).isNull();
        assertThat(rate.value()).isEqualTo(new BigDecimal("0.0700"));
        assertThat(rate.isFor("FLEXIBLE", "POOLED_ONLY")).isTrue();
        assertThat(rate.isFor("FLEXIBLE", "POOLED_WITH_ACCOUNT")).isFalse();
        assertThat(rate.isFor(null, null)).isFalse();
        assertThat(rate.holdsOn(LocalDate.of(2025, 12, 31))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PROVINCIAL_AVERAGE_WAGE,220100,2025,,,7200,,,2026-06-30,某公告,    | file:2:region       | “全省月平均工资”应填省的代码；吉林省长春市不是
            CITY_AVERAGE_WAGE,210000,2025,,,5800,,,2026-06-30,某公告,          | file:2:region       | 应填统筹区的代码
            LOCAL_RATE,370811,2026,2026-01-01,,0.07,,,2026-01-01,某公告,       | file:2:region       | 应填省或统筹区的代码；山东省济宁市
            LOCAL_RATE,379999,2026,2026-01-01,,0.07,,,2026-01-01,某公告,       | file:2:region       | 没有这个行政区划代码
            WAGE,220000,2025,,,7200,,,2026-06-30,某公告,                       | file:2:kind         | 全省月平均工资（PROVINCIAL_AVERAGE_WAGE）
            PROVINCIAL_AVERAGE_WAGE,220000,25,,,7200,,,2026-06-30,某公告,      | file:2:year         | 应为 1990 至 2027 的年份
            PROVINCIAL_AVERAGE_WAGE,220000,2025,,,7200,,,2026-06-30,,          | file:2:source       | 没有出处的数不能登记
            PROVINCIAL_AVERAGE_WAGE,220000,2025,,,7200,,,,某公告,              | file:2:announced_on | 请填写公布日期
            PROVINCIAL_AVERAGE_WAGE,220000,2025,,,7200,,,2026-11-24,某公告,    | file:2:announced_on | 不能晚于今天（2026-11-23）
            PROVINCIAL_AVERAGE_WAGE,220000,2025,,,7200,,,2025-12-31,某公告,    | file:2:announced_on | 2025 年结束以后才会公布
            PROVINCIAL_AVERAGE_WAGE,220000,2025,2026-01-01,,7200,,,2026-06-30,某公告, | file:2:from  | 只填年度
            PROVINCIAL_AVERAGE_WAGE,220000,2025,,,72000,,,2026-06-30,某公告,   | file:2:value        | 在 500 到 60000 元之间
            PROVINCIAL_AVERAGE_WAGE,220000,2025,,,7200.001,,,2026-06-30,某公告, | file:2:value       | 两位小数以内
            LOCAL_RATE,220100,2026,2026-01-01,,7,,,2026-01-01,某公告,          | file:2:value        | 例如 0.07 就是 7%
            LOCAL_RATE,220100,2026,2026-01-01,,0.07005,,,2026-01-01,某公告,    | file:2:value        | 四位以内
            LOCAL_RATE,220100,2026,2026-01-01,,0.07,RESIDENT,,2026-01-01,某公告, | file:2:identity   | 应为 单位职工（EMPLOYER） 或 灵活就业人员（FLEXIBLE）
            MINIMUM_BASE,370800,2026,2026-01-01,2026-12-31,4600,FLEXIBLE,,2026-01-01,某公告, | file:2:identity | 这一种数不分人员类别
            ACCOUNT_RATE,220100,2026,2026-01-01,,0.02,,POOLED_ONLY,2026-01-01,某公告, | file:2:account_type | 这一种数不分账户类别
            LOCAL_RATE,220100,2026,,,0.07,,,2026-01-01,某公告,                 | file:2:from         | 请填写从哪一天起适用
            LOCAL_RATE,220100,2026,2026-02-30,,0.07,,,2026-01-01,某公告,       | file:2:from         | 应为日历上的日期
            LOCAL_RATE,220100,2026,2026-01-01,2025-12-31,0.07,,,2026-01-01,某公告, | file:2:until    | 不能早于起始日期
            MINIMUM_BASE,370800,2025,2026-01-01,2026-12-31,4600,,,2026-01-01,某公告, | file:2:year   | 与起始日期 2026-01-01 不是同一年
            MINIMUM_BASE,370800,2026,2026-01-01,,4600,,,2026-01-01,某公告,     | file:2:until        | 不晚于 2027-12-31
            MINIMUM_BASE,370800,2026,2026-01-01,2028-01-01,4600,,,2026-01-01,某公告, | file:2:until  | 基数只属于一个年度
            MINIMUM_BASE,370800,2026,2026-01-01,2026-12-31,4600,,,2026-01-01,某公告,x | file:2:replaces | 应为所更正的那个数的编号
            MINIMUM_BASE,370800                                                | file:2              | 应有 11 列，现有 2 列
            """)
    void whatIsWrongIsNamedByLineAndColumn(String line, String field, String message) {
        assertThat(refused(HEAD + line)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.message()).contains(message);
        });
    }

    @Test
    void aFileMaySayItAllInTheWordsOfThePage() {
        String head = "种类,地区代码,年度,从哪一天起,到哪一天,数,人员类别,账户类别,公布日期,出处,更正第几号\n";
        String rate = "当地缴费比例,220100,2026,2026-01-01,,0.07,灵活就业人员,单建统筹,2025-12-01,长春市医保局公告（虚构）,";

        assertThat(readFile(head + rate).get(0).figure())
                .isEqualTo(read(RATE).get(0).figure());
    }

    @Test
    void allMistakesOfAFileAreNamedAtOnce() {
        List<Violation> found = refused(HEAD + WAGE.replace("7200.00", "x") + "\n" + RATE.replace("0.07", "") + "\n");

        assertThat(found).extracting(Violation::field).containsExactly("file:2:value", "file:3:value");
    }

    @Test
    void aFigureThatIsTypedNamesItsFieldsAsTheFormDoes() {
        Violations problems = new Violations();
        new FigureReading(REGIONS, RANGES, TODAY, problems, "")
                .read(
                        new StatedFigure(
                                "LOCAL_RATE",
                                "220100",
                                "2026",
                                "2026-01-01",
                                null,
                                "0.07",
                                null,
                                "BOTH",
                                null,
                                "某公告",
                                null),
                        FigureNature.ANNOUNCED);

        assertThat(violations(problems)).extracting(Violation::field).containsExactly("accountType", "announcedOn");
    }

    @Test
    void aDayHasAYearOfFourDigits() {
        Violations problems = new Violations();
        new FigureReading(REGIONS, RANGES, TODAY, problems, "")
                .read(
                        new StatedFigure(
                                "LOCAL_RATE",
                                "220100",
                                "2026",
                                "2026-01-01",
                                "+999999999-12-31",
                                "0.07",
                                null,
                                null,
                                "-999999999-01-01",
                                "某公告",
                                null),
                        FigureNature.ANNOUNCED);

        assertThat(violations(problems)).extracting(Violation::field).containsExactly("announcedOn", "until");
    }

    @Test
    void aFileWithoutItsHeadIsRefused() {
        assertThat(refused(WAGE)).singleElement().satisfies(violation -> assertThat(violation.message())
                .startsWith("第一行应为列名：种类,地区代码"));
        assertThat(refused(HEAD)).singleElement().satisfies(violation -> assertThat(violation.message())
                .isEqualTo("文件里没有数"));
    }

    @Test
    void twoFiguresOfAKindNeverHoldAtOneTimeForOneCase() {
        Figure inUse = numbered(7, read(RATE).get(0).figure());

        assertThat(beside(List.of(inUse), RATE)).singleElement().asString().contains("已登记的第 7 号");
        assertThat(beside(List.of(inUse), RATE.replace("FLEXIBLE", ""))).hasSize(1);
        assertThat(beside(List.of(inUse), RATE.replace("FLEXIBLE", "EMPLOYER"))).isEmpty();
        assertThat(beside(List.of(inUse), RATE + "7")).isEmpty();
        assertThat(beside(List.of(), FLOOR, FLOOR.replace("2027-01-01", "2027-07-01")))
                .singleElement()
                .asString()
                .contains("同一文件里的另一行（file:2:");
        assertThat(beside(
                        List.of(),
                        FLOOR.replace("2027-12-31", "2027-06-30"),
                        FLOOR.replace("2027-01-01", "2027-07-01")))
                .isEmpty();
        assertThat(beside(List.of(), WAGE, WAGE.replace("7200", "7201"))).hasSize(1);
    }

    @Test
    void aCorrectionTakesThePlaceOfAFigureOfItsOwnKindAndRegion() {
        Figure inUse = numbered(7, read(FLOOR).get(0).figure());

        assertThat(beside(List.of(inUse), FLOOR.replace("370800", "371500") + "7"))
                .singleElement()
                .asString()
                .contains("第 7 号是山东省济宁市的“最低缴费基数”");
        assertThat(beside(List.of(inUse), FLOOR + "8")).first().asString().contains("没有这个编号的数");
    }

    private static List<String> beside(List<Figure> inUse, String... lines) {
        Violations problems = new Violations();
        new FigureChecks(inUse, REGIONS, problems).check(read(lines));
        return violations(problems).stream().map(Violation::message).toList();
    }

    private static List<ProposedFigure> read(String... lines) {
        return readFile(HEAD + String.join("\n", lines));
    }

    private static List<ProposedFigure> readFile(String file) {
        Violations problems = new Violations();
        List<ProposedFigure> figures = new ArrayList<>();
        for (FigureCsv.Line line : FigureCsv.read(file.getBytes(StandardCharsets.UTF_8))) {
            figures.add(new FigureReading(REGIONS, RANGES, TODAY, problems, line.at())
                    .read(line.stated(), FigureNature.ANNOUNCED));
        }
        problems.throwIfAny();
        return figures;
    }

    private static List<Violation> refused(String file) {
        return Assertions.catchThrowableOfType(ProblemException.class, () -> readFile(file))
                .violations();
    }

    private static List<Violation> violations(Violations problems) {
        ProblemException refusal = Assertions.catchThrowableOfType(ProblemException.class, problems::throwIfAny);
        return refusal == null ? List.of() : refusal.violations();
    }

    private static Figure numbered(long id, Figure figure) {
        return new Figure(
                id,
                figure.kind(),
                figure.region(),
                figure.year(),
                figure.from(),
                figure.until(),
                figure.value(),
                figure.identity(),
                figure.accountType(),
                figure.announcedOn(),
                figure.source(),
                figure.nature());
    }
}
