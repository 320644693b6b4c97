package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

@YibanTest
class DemoPeopleTest {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    @Autowired
    People people;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    DemoPeople demoPeople;

    @Autowired
    Regions regions;

    @BeforeAll
    static void read() throws IOException {
        for (String set : DemoPeople.SETS) {
            String csv = new String(DemoPeople.packaged(set).people(), StandardCharsets.UTF_8);
            try (CSVParser parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(csv))) {
                parser.forEach(row -> NAMES.put(row.get("identityNumber"), row.get("name")));
            }
        }
    }

    @Test
    void atLeastFortyFictitiousPeopleAreOnRecordInTheDemo() {
        assertThat(NAMES).hasSizeGreaterThanOrEqualTo(40);
        assertThat(NAMES).allSatisfy((number, name) -> {
            assertThat(name).startsWith("虚构·");
            Person person = people.find(number(number)).orElseThrow();
            assertThat(person.name()).isEqualTo(name);
            assertThat(people.enrolments(person.id())).isNotEmpty();
        });
    }

    @Test
    void theirAreaDoesNotExist() {
        assertThat(NAMES.keySet())
                .filteredOn(number -> number(number).kind() == IdentityNumberKind.RESIDENT)
                .allSatisfy(number -> {
                    assertThat(regions.find(new RegionCode(number.substring(0, 6))))
                            .isEmpty();
                    assertThat(regions.find(new RegionCode(number.substring(0, 2) + "0000")))
                            .isEmpty();
                });
    }

    @Test
    void everyKindOfDocumentIsAmongThem() {
        Set<IdentityNumberKind> kinds =
                NAMES.keySet().stream().map(number -> number(number).kind()).collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(IdentityNumberKind.values());
        assertThat(NAMES.keySet()).anyMatch(number -> number.startsWith("81"));
        assertThat(NAMES.keySet()).anyMatch(number -> number.startsWith("82"));
        assertThat(NAMES.keySet()).anyMatch(number -> number.startsWith("83"));
    }

    @Test
    void theListInTheDocumentationIsTheListInTheFiles() throws IOException {
        // given the rows | number | name | pools | history |
        Map<String, String> documented = Files.readAllLines(Path.of("docs/demo-people.md")).stream()
                .filter(line -> line.contains("虚构·"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .peek(cells -> assertThat(cells).hasSize(5))
                .collect(Collectors.toMap(cells -> cells[1], cells -> cells[2]));

        // then
        assertThat(documented).isEqualTo(NAMES);
    }

    @Test
    void theyAreLoadedOnce() throws IOException {
        // given
        long id = people.find(number(NAMES.keySet().iterator().next()))
                .orElseThrow()
                .id();
        int months = people.months(id, new RegionCode("371500")).size();

        // when
        demoPeople.run(null);

        // then
        for (String set : DemoPeople.SETS) {
            assertThat(peopleImport.load(DemoPeople.packaged(set), "test", pool -> true))
                    .isEqualTo(new PeopleImported("test", 0, 0, 0, 0, 0));
        }
        assertThat(people.months(id, new RegionCode("371500"))).hasSize(months);
    }

    private static IdentityNumber number(String text) {
        return IdentityNumber.parse("identityNumber", text);
    }
}
