package org.yiban.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiban.YibanTest;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

@YibanTest
class JdbcPeopleTest {

    private static final Set<YearMonth> MONTHS = Stream.iterate(YearMonth.of(2024, 1), month -> month.plusMonths(1))
            .limit(36)
            .collect(Collectors.toSet());

    private static final RegionCode LIAOCHENG = new RegionCode("371500");
    private static final RegionCode JINING = new RegionCode("370800");

    @Autowired
    People people;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    Suspensions suspensions;

    @Test
    void aPersonIsFoundByTheNumberAndComesMasked() {
        // given
        IdentityNumber number = FictitiousPerson.woman();
        stored(number);

        // when
        Person person = people.find(number).orElseThrow();

        // then
        assertThat(person.maskedIdentityNumber()).isEqualTo(number.masked());
        assertThat(person.sex()).isEqualTo(Sex.FEMALE);
        assertThat(person.bornOn()).isEqualTo(LocalDate.of(1990, 11, 2));
        assertThat(people.require(person.id())).isEqualTo(person);
        assertThat(people.find(FictitiousPerson.woman())).isEmpty();
    }

    @Test
    void anUnknownPersonIsNotFound() {
        assertThat(kindOf(() -> people.require(-1))).isEqualTo(ProblemKind.NOT_FOUND);
        assertThat(kindOf(() -> people.revealIdentityNumber(-1, "核对"))).isEqualTo(ProblemKind.NOT_FOUND);
    }

    @Test
    void aSecondOpenEnrolmentInTheSameSchemeIsRefused() {
        // given
        long id = stored(FictitiousPerson.man());

        // when
        ProblemKind refusal = kindOf(
                () -> people.enrol(id, LIAOCHENG, Scheme.EMPLOYEE, MemberIdentity.FLEXIBLE, LocalDate.of(2026, 1, 1)));

        // then
        assertThat(refusal).isEqualTo(ProblemKind.CONFLICT);
        assertThat(people.enrolments(id)).hasSize(1);
    }

    @Test
    void anEnrolmentEndsOnceAndAnotherMayFollow() {
        // given
        long id = stored(FictitiousPerson.man());
        Enrolment first = people.openEnrolment(id, LIAOCHENG, Scheme.EMPLOYEE).orElseThrow();

        // when
        people.endEnrolment(first.id(), LocalDate.of(2026, 1, 31), "跨统筹区转出");
        people.endEnrolment(first.id(), LocalDate.of(2026, 1, 31), "跨统筹区转出");
        Enrolment second =
                people.enrol(id, LIAOCHENG, Scheme.EMPLOYEE, MemberIdentity.FLEXIBLE, LocalDate.of(2026, 2, 1));

        // then
        assertThat(people.openEnrolment(id, LIAOCHENG, Scheme.EMPLOYEE)).contains(second);
        assertThat(people.enrolments(id)).extracting(Enrolment::endReason).containsExactly("跨统筹区转出", null);
        assertThat(kindOf(() -> people.endEnrolment(first.id(), LocalDate.of(2026, 2, 28), "误")))
                .isEqualTo(ProblemKind.CONFLICT);
    }

    @Test
    void whatStandsStillForTwoMattersStandsStillUntilBothAreOver() {
        // given
        long id = stored(FictitiousPerson.man());
        long enrolment = people.openEnrolment(id, LIAOCHENG, Scheme.EMPLOYEE)
                .orElseThrow()
                .id();
        LocalDate from = LocalDate.of(2026, 1, 15);
        suspensions.suspend(enrolment, SuspensionKind.BENEFITS, "CF371500-2026-000001", from, "重复参保");
        suspensions.suspend(enrolment, SuspensionKind.BENEFITS, "CF371500-2026-000002", from, "重复参保");

        // when
        suspensions.resume(enrolment, SuspensionKind.BENEFITS, "CF371500-2026-000001", from.plusDays(9), "已确定");

        // then
        assertThat(suspensions.of(id))
                .filteredOn(Suspension::open)
                .extracting(Suspension::reference)
                .containsExactly("CF371500-2026-000002");
    }

    @Test
    void anEnrolmentDoesNotBeginBeforeTheLastOneEnded() {
        // given
        long id = stored(FictitiousPerson.man());
        Enrolment first = people.openEnrolment(id, LIAOCHENG, Scheme.EMPLOYEE).orElseThrow();
        people.endEnrolment(first.id(), LocalDate.of(2026, 1, 31), "跨统筹区转出");

        // when, then
        assertThat(kindOf(() -> people.enrol(
                        id, LIAOCHENG, Scheme.EMPLOYEE, MemberIdentity.EMPLOYER, LocalDate.of(2026, 1, 31))))
                .isEqualTo(ProblemKind.CONFLICT);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        // given
        long id = stored(FictitiousPerson.man());
        Enrolment open = people.openEnrolment(id, LIAOCHENG, Scheme.EMPLOYEE).orElseThrow();

        // when, then
        assertThat(kindOf(() ->
                        people.enrol(id, JINING, Scheme.RESIDENT, MemberIdentity.EMPLOYER, LocalDate.of(2026, 1, 1))))
                .isEqualTo(ProblemKind.INVALID_INPUT);
        assertThat(kindOf(() -> people.endEnrolment(open.id(), LocalDate.of(2000, 1, 1), "误")))
                .isEqualTo(ProblemKind.INVALID_INPUT);
        assertThat(kindOf(() -> people.endEnrolment(open.id(), LocalDate.of(2026, 1, 1), " ")))
                .isEqualTo(ProblemKind.INVALID_INPUT);
        assertThat(kindOf(() -> people.endEnrolment(-1, LocalDate.of(2026, 1, 1), "误")))
                .isEqualTo(ProblemKind.NOT_FOUND);
    }

    @Test
    void monthsMoveToTheOtherPoolOnceHoweverOftenTheyAreSent() {
        // given
        long id = stored(FictitiousPerson.man());
        List<ContributionMonth> sent = people.months(id, LIAOCHENG);

        // when
        int first = people.takeOverMonths(id, JINING, sent);
        int again = people.takeOverMonths(id, JINING, sent);
        int marked = people.markTransferredOut(id, LIAOCHENG, Scheme.EMPLOYEE, MONTHS, LocalDate.of(2026, 3, 2));
        int markedAgain = people.markTransferredOut(id, LIAOCHENG, Scheme.EMPLOYEE, MONTHS, LocalDate.of(2026, 3, 9));

        // then
        assertThat(first).isEqualTo(sent.size()).isEqualTo(24);
        assertThat(again).isZero();
        assertThat(marked).isEqualTo(24);
        assertThat(markedAgain).isZero();
        assertThat(people.months(id, LIAOCHENG)).isEmpty();
        assertThat(people.months(id, JINING))
                .hasSize(24)
                .allSatisfy(month -> assertThat(month.paidIn()).isEqualTo(LIAOCHENG))
                .first()
                .satisfies(month -> assertThat(month.month()).isEqualTo(YearMonth.of(2024, 1)));
    }

    @Test
    void monthsThatComeBackAreHeldAgain() {
        // given a person who moved away and comes back
        long id = stored(FictitiousPerson.man());
        people.takeOverMonths(id, JINING, people.months(id, LIAOCHENG));
        people.markTransferredOut(id, LIAOCHENG, Scheme.EMPLOYEE, MONTHS, LocalDate.of(2026, 3, 2));

        // when
        int back = people.takeOverMonths(id, LIAOCHENG, people.months(id, JINING));

        // then
        assertThat(back).isEqualTo(24);
        assertThat(people.months(id, LIAOCHENG)).hasSize(24);
    }

    @Test
    void aMonthPaidInBothPoolsIsHeldOnce() {
        // given months of which two were paid in both pools
        IdentityNumber number = FictitiousPerson.man();
        load(files(number).employee(number, "370800", "2025-11-01").paid(number, "370800", "2025-11", "2026-02"));
        long id = people.find(number).orElseThrow().id();

        // when
        int added = people.takeOverMonths(id, JINING, people.months(id, LIAOCHENG));

        // then
        assertThat(added).isEqualTo(22);
        assertThat(people.months(id, JINING)).hasSize(26);
    }

    @Test
    void monthsOfSomebodyElseAreNeverTakenOver() {
        // given
        long one = stored(FictitiousPerson.man());
        long other = stored(FictitiousPerson.man());
        List<ContributionMonth> months = people.months(one, LIAOCHENG);

        // when, then
        assertThatThrownBy(() -> people.takeOverMonths(other, JINING, months))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(people.months(other, JINING)).isEmpty();
    }

    @Test
    void aNumberIsRevealedInFullForAReasonOnly() {
        // given
        IdentityNumber number = FictitiousPerson.man();
        long id = stored(number);

        // when, then
        assertThat(people.revealIdentityNumber(id, "与申请人核对")).isEqualTo(number.value());
        assertThat(kindOf(() -> people.revealIdentityNumber(id, "  "))).isEqualTo(ProblemKind.INVALID_INPUT);
    }

    private long stored(IdentityNumber number) {
        load(files(number));
        return people.find(number).orElseThrow().id();
    }

    private static CsvFiles files(IdentityNumber number) {
        return new CsvFiles()
                .person(number, "虚构·测试")
                .employee(number, "371500", "2024-01-01")
                .paid(number, "371500", "2024-01", "2025-12");
    }

    private void load(CsvFiles files) {
        peopleImport.load(files.build(), "test", pool -> true);
    }

    private static ProblemKind kindOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).kind();
    }
}
