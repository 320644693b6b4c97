package org.yiban.backpay.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.arrears.ArrearsSteps.NOW;
import static org.yiban.backpay.arrears.ArrearsSteps.application;
import static org.yiban.backpay.arrears.ArrearsSteps.done;
import static org.yiban.backpay.arrears.ArrearsSteps.row;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiban.YibanTest;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.support.ApiClient.Answer;

/** What is refused, and that nothing is written then. */
@YibanTest
class ArrearsInputTest {

    private static final String TIELING = "211200";

    @Autowired
    ArrearsSteps steps;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "unitName, -, 必填",
                "unitCode, 91389900MA00000000, 校验位",
                "ground, PERSONAL_GAP, NEVER_ENROLLED",
                "accountType, -, POOLED_ONLY",
                "payOn, 2020-01-01, 今天",
                "payOn, 2099-01-01, 今天"
            })
    void aWrongFieldIsRefusedByNameWithWhatIsAllowed(String field, String value, String says) {
        Map<String, Object> stated = steps.known(application(TIELING, "UNIT_INTERRUPTION"));
        stated.put(field, value);
        long before = cases();

        Answer answer = register(stated);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation(field)).contains(says);
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "identityNumber, 389900198503120013, 校验",
                "name, -, 必填",
                "from, 1980-01, 出生",
                "to, 2020-01, 不能早于起月",
                "to, 2099-01, 缴费日的上月",
                "wage, 0, 大于 0",
                "wage, 10.005, 两位小数"
            })
    void aWrongRowIsRefusedByItsFields(String field, String value, String says) {
        Map<String, Object> person = row(FictitiousPerson.man(), NOW.minusMonths(3), NOW.minusMonths(1), "5000.00");
        Map<String, Object> stated = steps.known(application(TIELING, "UNIT_INTERRUPTION", List.of(person)));
        person.put(field, value);

        Answer answer = register(stated);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violation("people[0]." + field)).contains(says);
    }

    @Test
    void aMonthIsNotOwedTwice() {
        IdentityNumber number = FictitiousPerson.man();
        Map<String, Object> person = row(number, NOW.minusMonths(3), NOW.minusMonths(1), "5000.00");
        assertThat(register(steps.known(application(TIELING, "UNIT_INTERRUPTION", List.of(person, person))))
                        .violation("people[1].from"))
                .contains("已在另一行");

        Map<String, Object> stated = application(TIELING, "UNIT_INTERRUPTION", List.of(person));
        done(register(stated), 201);
        assertThat(register(stated).violation("people")).contains("正在案件");
        stated.put("unitCode", ArrearsSteps.unitCode());
        assertThat(register(stated).violation("people")).contains("正在案件");
    }

    @Test
    void nobodyIsPutOnRecordByArrearsThatAreOnlyStated() {
        IdentityNumber unknown = FictitiousPerson.man();
        Map<String, Object> person = row(unknown, NOW.minusMonths(3), NOW.minusMonths(1), "5000.00");
        Map<String, Object> stated = application(TIELING, "UNIT_INTERRUPTION", List.of(person));

        assertThat(register(stated).violation("people[0].identityNumber")).contains("参保登记");
        assertThat(people.find(unknown)).isEmpty();

        steps.known(stated);
        person.put("name", "虚构·别人");
        assertThat(register(stated).violation("people[0].identityNumber")).contains("姓名与登记不符");
    }

    @Test
    void theSameRegistrationSentAgainIsTheSameCase() {
        Map<String, Object> stated = steps.known(application(TIELING, "UNIT_INTERRUPTION"));
        String key = UUID.randomUUID().toString();
        String number = done(steps.register("clerktl", stated, key), 201).text("caseNumber");

        assertThat(done(steps.register("clerktl", stated, key), 200).text("caseNumber"))
                .isEqualTo(number);
    }

    @Test
    void whoReviewedItDoesNotApproveItAndAnotherPoolDoesNotSeeIt() {
        String number = steps.registered(application(TIELING, "UNIT_INTERRUPTION"));
        assertThat(steps.get("reviewcc", number).status()).isEqualTo(404);
        assertThat(steps.review(number, Map.of("localRate", "1.5")).violation("facts.localRate"))
                .contains("0 到 1");
        assertThat(steps.review(number, Map.of("base1", "-6")).violation("facts.base1"))
                .contains("两位小数");
        assertThat(steps.review(number, Map.of("base1", "0")).violation("facts.base1"))
                .contains("大于 0");
        assertThat(steps.review(number, Map.of("wage", "6")).violation("facts.wage"))
                .contains("没有这项事实");
        done(steps.review(number, Map.of("base1", "6000")), 200);

        assertThat(steps.postAs("reviewtl", number, "approval", ArrearsSteps.CONFIRM)
                        .status())
                .isEqualTo(403);
    }

    private Answer register(Map<String, Object> stated) {
        return steps.register("clerktl", stated, UUID.randomUUID().toString());
    }

    private long cases() {
        return jdbc.sql("select count(*) from yiban.arrears_case")
                .query(Long.class)
                .single();
    }
}
