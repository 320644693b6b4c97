package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.region.RegionCode;

@YibanTest
class PeopleImportTest {

    private static final Set<YearMonth> MONTHS = Stream.iterate(YearMonth.of(2024, 1), month -> month.plusMonths(1))
            .limit(36)
            .collect(Collectors.toSet());

    private static final RegionCode LIAOCHENG = new RegionCode("371500");
    private static final byte[] NONE = {};

    @Autowired
    People people;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    JdbcClient db;

    @Test
    void peopleEnrolmentsAndMonthsAreLoadedTogether() {
        // given
        IdentityNumber number = FictitiousPerson.woman();
        CsvFiles files = new CsvFiles()
                .person(number, "虚构·载入")
                .enrolment(number.value() + ",371500,EMPLOYEE,FLEXIBLE,2023-01-01,2024-06-30,自愿停保")
                .enrolment(number.value() + ",371500,RESIDENT,RESIDENT,2025-01-01,,")
                .months(number.value() + ",371500,EMPLOYEE,2021-05,2021-07,DEEMED,,")
                .months(number.value() + ",371500,EMPLOYEE,2023-01,2023-12,PAID,220100,4321.5");

        // when
        PeopleImported imported = load(files);

        // then
        assertThat(imported).isEqualTo(new PeopleImported("test", 1, 2, 15, 0, 0));
        Person person = people.find(number).orElseThrow();
        assertThat(people.enrolments(person.id()))
                .extracting(Enrolment::scheme, Enrolment::until, Enrolment::endReason)
                .containsExactly(
                        tuple(Scheme.EMPLOYEE, LocalDate.of(2024, 6, 30), "自愿停保"), tuple(Scheme.RESIDENT, null, null));
        assertThat(people.months(person.id(), LIAOCHENG)).hasSize(15).last().satisfies(month -> {
            assertThat(month.paidIn()).isEqualTo(new RegionCode("220100"));
            assertThat(month.base()).isEqualByComparingTo("4321.50");
        });
    }

    @Test
    void theSameContentLoadedAgainChangesNothingEvenAfterTheMonthsMovedOn() {
        // given
        IdentityNumber number = FictitiousPerson.man();
        CsvFiles files = sound(number);
        load(files);
        long id = people.find(number).orElseThrow().id();
        people.markTransferredOut(id, LIAOCHENG, Scheme.EMPLOYEE, MONTHS, LocalDate.of(2026, 3, 2));

        // when
        PeopleImported again = load(files);

        // then
        assertThat(again).isEqualTo(new PeopleImported("test", 0, 0, 0, 0, 0));
        assertThat(people.months(id, LIAOCHENG)).isEmpty();
    }

    @Test
    void aLaterFileAddsWhatIsNewAndLeavesTheRest() {
        // given
        IdentityNumber number = FictitiousPerson.man();
        load(sound(number));

        // when
        PeopleImported later = load(new CsvFiles()
                .person(number.value() + ",虚构·载入,,,2026-02-10,true")
                .enrolment(number.value() + ",371500,EMPLOYEE,EMPLOYER,2024-01-01,2026-02-10,参保人死亡")
                .paid(number, "371500", "2025-11", "2026-02"));

        // then
        assertThat(later).isEqualTo(new PeopleImported("test", 0, 1, 2, 0, 0));
        Person person = people.find(number).orElseThrow();
        assertThat(person.diedOn()).isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(person.retiredInsured()).isTrue();
        assertThat(people.openEnrolment(person.id(), LIAOCHENG, Scheme.EMPLOYEE))
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAndNothingIsLeftBehind() {
        // given
        IdentityNumber sound = FictitiousPerson.woman();
        String wrong = "388101198503120011";
        CsvFiles files = new CsvFiles()
                .person(sound, "虚构·无误")
                .person(wrong + ",虚构·有误,,,,")
                .person(FictitiousPerson.man().value() + ",虚构·性别,FEMALE,,,maybe")
                .employee(sound, "371500", "2024-01-01")
                .enrolment(sound.value() + ",999999,EMPLOYEE,RESIDENT,2024-13-01,,")
                .paid(sound, "371500", "2024-05", "2024-04")
                .months(sound.value() + ",371500,EMPLOYEE,2024-06,2024-06,HALF,,-1");
        long before = stored();

        // when
        List<Violation> violations = violations(files);

        // then
        assertThat(violations)
                .extracting(Violation::field)
                .contains(
                        "people.csv:3:identityNumber",
                        "people.csv:4:sex",
                        "people.csv:4:retiredInsured",
                        "enrolments.csv:3:pool",
                        "enrolments.csv:3:identity",
                        "enrolments.csv:3:from",
                        "months.csv:2:to",
                        "months.csv:3:kind",
                        "months.csv:3:base");
        assertThat(violations).extracting(Violation::value).contains("999999", "2024-13-01", "HALF", "-1", "maybe");
        assertThat(violations).extracting(Violation::value).doesNotContain(wrong);
        assertThat(violations)
                .extracting(Violation::message)
                .contains("应为 PAID、DEEMED", "应为日期，如 2022-04-01", "应为 true 或 false");
        assertThat(people.find(sound)).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aContradictionToTheRecordLeavesNothingBehind() {
        // given a stored person, and a file with a new one and a contradiction
        IdentityNumber known = FictitiousPerson.man();
        load(sound(known));
        IdentityNumber fresh = FictitiousPerson.woman();
        CsvFiles files = sound(fresh)
                .person(known.value() + ",另一个名字,,,,")
                .months(known.value() + ",371500,EMPLOYEE,2025-12,2025-12,PAID,,9999");

        // when
        List<Violation> violations = violations(files);

        // then
        assertThat(violations)
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("people.csv:3:name", "months.csv:3:from");
        assertThat(people.find(fresh)).isEmpty();
    }

    @Test
    void monthsThatOverlapAreRefusedWithinTheFile() {
        IdentityNumber number = FictitiousPerson.man();

        List<Violation> violations = violations(sound(number).paid(number, "371500", "2025-12", "2026-01"));

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("months.csv:3:from");
            assertThat(violation.message()).contains("第2行");
        });
    }

    @Test
    void monthsThatWentToAnotherPoolAreNotBroughtBackByAFile() {
        // given
        IdentityNumber number = FictitiousPerson.man();
        load(sound(number));
        long id = people.find(number).orElseThrow().id();
        people.markTransferredOut(id, LIAOCHENG, Scheme.EMPLOYEE, MONTHS, LocalDate.of(2026, 3, 2));

        // when
        List<Violation> violations = violations(new CsvFiles().paid(number, "371500", "2025-12", "2026-01"));

        // then
        assertThat(violations).singleElement().satisfies(violation -> assertThat(violation.message())
                .contains("2025-12", "转出"));
    }

    @Test
    void rowsOfAnotherPoolAreRefused() {
        // given
        IdentityNumber number = FictitiousPerson.man();
        CsvFiles files = sound(number).employee(number, "370800", "2026-01-01");

        // when
        List<Violation> violations = violations(files, "371500");

        // then
        assertThat(violations).extracting(Violation::field).containsExactly("enrolments.csv:3:pool");
        assertThat(people.find(number)).isEmpty();
    }

    @Test
    void whoeverImportsLearnsNothingOfAPersonOfAnotherPool() {
        // given a person of Jining
        IdentityNumber stored = FictitiousPerson.man();
        load(new CsvFiles().person(stored, "虚构·济宁").employee(stored, "370800", "2024-01-01"));

        // when Liaocheng loads months for that person and for somebody nobody knows
        List<Violation> ofStored = violations(new CsvFiles().paid(stored, "371500", "2025-01", "2025-01"), "371500");
        List<Violation> ofUnknown =
                violations(new CsvFiles().paid(FictitiousPerson.man(), "371500", "2025-01", "2025-01"), "371500");

        // then
        assertThat(ofStored)
                .extracting(Violation::message)
                .isEqualTo(ofUnknown.stream().map(Violation::message).toList());
    }

    @Test
    void aPersonWithoutEnrolmentIsRefused() {
        assertThat(violations(new CsvFiles().person(FictitiousPerson.man(), "虚构·无参保")))
                .extracting(Violation::field)
                .containsExactly("people.csv:2:identityNumber");
    }

    @Test
    void aCardOf2017NeedsBirthDateAndSexBesideIt() {
        // given
        CsvFiles without = new CsvFiles().person("KAZ110090123105,虚构·永居,,,,");

        // when, then
        assertThat(violations(without))
                .extracting(Violation::field)
                .containsExactly("people.csv:2:sex", "people.csv:2:bornOn");
    }

    @Test
    void aFileThatIsNoTableIsRefusedAsAWhole() {
        // given
        byte[] gbk = "identityNumber,name\n1,张三\n".getBytes(Charset.forName("GBK"));
        byte[] unknownColumn = "identityNumber,name,salary\n".getBytes(StandardCharsets.UTF_8);
        byte[] missingColumn = "identityNumber\n".getBytes(StandardCharsets.UTF_8);
        byte[] openQuote = "identityNumber,name\n1,\"x\n".getBytes(StandardCharsets.UTF_8);
        byte[] tooFewCells = "identityNumber,name\n1\n".getBytes(StandardCharsets.UTF_8);

        // when, then
        assertThat(messageOf(gbk)).contains("UTF-8");
        assertThat(messageOf(unknownColumn)).contains("没有这一列");
        assertThat(messageOf(missingColumn)).contains("缺少必需的列 name");
        assertThat(messageOf(openQuote)).contains("引号");
        assertThat(messageOf(tooFewCells)).contains("应有2列，现有1列");
        assertThat(messageOf(NONE)).contains("没有任何记录");
    }

    @Test
    void aFileFromASpreadsheetWithAByteOrderMarkIsRead() {
        // given
        IdentityNumber number = FictitiousPerson.man();
        PeopleFiles files = sound(number).build();
        byte[] marked = ("\uFEFF" + new String(files.people(), StandardCharsets.UTF_8).replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);

        // when
        peopleImport.load(
                new PeopleFiles(marked, files.enrolments(), files.months(), NONE, NONE), "test", pool -> true);

        // then
        assertThat(people.find(number)).isPresent();
    }

    private static CsvFiles sound(IdentityNumber number) {
        return new CsvFiles()
                .person(number, "虚构·载入")
                .employee(number, "371500", "2024-01-01")
                .paid(number, "371500", "2024-01", "2025-12");
    }

    private PeopleImported load(CsvFiles files) {
        return peopleImport.load(files.build(), "test", pool -> true);
    }

    private List<Violation> violations(CsvFiles files) {
        return refusal(files.build(), null).violations();
    }

    private List<Violation> violations(CsvFiles files, String onlyPool) {
        return refusal(files.build(), onlyPool).violations();
    }

    private String messageOf(byte[] peopleFile) {
        return refusal(new PeopleFiles(peopleFile, NONE, NONE, NONE, NONE), null)
                .getMessage();
    }

    private ProblemException refusal(PeopleFiles files, String onlyPool) {
        return catchThrowableOfType(
                ProblemException.class,
                () -> peopleImport.load(
                        files, "test", pool -> onlyPool == null || pool.value().equals(onlyPool)));
    }

    private long stored() {
        return db.sql("select count(*) from yiban.person").query(Long.class).single();
    }
}
