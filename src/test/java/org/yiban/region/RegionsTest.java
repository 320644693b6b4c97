package org.yiban.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiban.kernel.ProblemException;

class RegionsTest {

    private static final Regions REGIONS = Regions.load();

    @Test
    void holdsEveryProvincePrefectureAndCountyOfTheGivenTable() {
        // when
        Map<RegionLevel, Long> counts = REGIONS.search("", Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(Region::level, Collectors.counting()));

        // then: 3348 rows, of which nine are groupings without a name of their own
        assertThat(counts)
                .isEqualTo(Map.of(
                        RegionLevel.PROVINCE, 31L,
                        RegionLevel.PREFECTURE, 333L,
                        RegionLevel.COUNTY, 2975L));
    }

    @Test
    void everyParentAndEveryPoolExists() {
        assertThat(REGIONS.search("", Integer.MAX_VALUE))
                .allSatisfy(region -> assertThat(region.parent() == null
                                || REGIONS.find(region.parent()).isPresent())
                        .isTrue())
                .allSatisfy(region -> assertThat(region.pool() == null
                                || REGIONS.find(region.pool()).orElseThrow().isPool())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "371500, 371500, 聊城 is a pool itself",
        "371502, 371500, a district belongs to its prefecture",
        "370829, 370800, a county belongs to its prefecture",
        "220581, 220581, 梅河口 is a pool of its own",
        "220500, 220500, 通化 is another pool",
        "220502, 220500, a district of 通化 belongs to 通化",
        "419001, 419001, 济源 is run by its province and a pool of its own",
        "429021, 429021, 神农架 is run by its province",
        "469021, 469021, 定安 is run by its province",
        "659001, 659001, 石河子 is run by its region",
        "110000, 110000, a municipality is one pool",
        "110101, 110000, a district of a municipality belongs to it",
        "500241, 500000, a county of a municipality belongs to it",
        "110100, 110000, so does a grouping of districts",
        "441900, 441900, a prefecture without counties is a pool",
    })
    void everyDivisionResolvesToItsPool(String code, String pool, String why) {
        assertThat(REGIONS.requirePool("region", code).code().value()).as(why).isEqualTo(pool);
    }

    @ParameterizedTest
    @CsvSource({
        "371500, 山东省聊城市",
        "371502, 山东省聊城市东昌府区",
        "110101, 北京市东城区",
        "110100, 北京市",
        "500241, 重庆市秀山土家族苗族自治县",
        "419001, 河南省济源市",
        "220581, 吉林省梅河口市",
        "659001, 新疆维吾尔自治区石河子市",
        "370000, 山东省",
    })
    void fullNamesReadFromTheProvinceDown(String code, String fullName) {
        assertThat(REGIONS.fullName(new RegionCode(code))).isEqualTo(fullName);
    }

    @Test
    void noPoolBearsTheNameOfAGrouping() {
        assertThat(REGIONS.pools())
                .hasSize(370)
                .noneMatch(pool -> pool.name().contains("直辖") || pool.name().equals("市辖区"));
    }

    @Test
    void theProvinceOfACountyIsFoundThroughItsPrefecture() {
        assertThat(REGIONS.provinceOf(new RegionCode("220581"))).isEqualTo(new RegionCode("220000"));
        assertThat(REGIONS.provinceOf(new RegionCode("370000"))).isEqualTo(new RegionCode("370000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"37150", "3715000", "37150x", "３７１５００", "999999"})
    void aCodeOfNoDivisionIsRefusedWithFieldAndValue(String code) {
        assertThatThrownBy(() -> REGIONS.require("toRegion", code))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.violations()).hasSize(1);
                    assertThat(problem.violations().get(0).field()).isEqualTo("toRegion");
                    assertThat(problem.violations().get(0).value()).isEqualTo(code);
                    assertThat(problem.violations().get(0).message()).contains("六位");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aMissingCodeIsAskedFor(String code) {
        assertThatThrownBy(() -> REGIONS.require("toRegion", code)).hasMessageContaining("toRegion：请填写");
    }

    @ParameterizedTest
    @CsvSource({"370000, 山东省, 370100", "419000, 河南省, 410100"})
    void aDivisionOfSeveralPoolsIsNoPool(String code, String name, String example) {
        assertThatThrownBy(() -> REGIONS.requirePool("toRegion", code))
                .hasMessageContaining(name + "不是一个统筹区")
                .hasMessageContaining(example);
    }

    @ParameterizedTest
    @CsvSource({
        "聊城, 371500",
        "聊城市, 371500",
        "山东聊城, 371500",
        "3715, 371500",
        "东昌府, 371502",
        "北京, 110000",
        "梅河口, 220581",
        "济源, 419001"
    })
    void theBestMatchComesFirst(String text, String code) {
        assertThat(REGIONS.search(text, 5).get(0).code().value()).isEqualTo(code);
    }

    @Test
    void aSearchForPoolsAnswersWithThePoolOfACounty() {
        assertThat(REGIONS.searchPools("东昌府", 5)).extracting(Region::name).containsExactly("聊城市");
        assertThat(REGIONS.searchPools("北京市东城区", 5)).extracting(Region::name).containsExactly("北京市");
    }

    @Test
    void aSearchWithoutMatchIsEmpty() {
        assertThat(REGIONS.search("没有的地方", 5)).isEqualTo(List.of());
    }
}
