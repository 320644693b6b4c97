package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiban.backpay.BackpaySteps.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.person.CsvFiles;
import org.yiban.person.FictitiousPerson;
import org.yiban.person.IdentityNumber;
import org.yiban.person.LateMonths;
import org.yiban.person.People;
import org.yiban.person.PeopleImport;
import org.yiban.person.Sex;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient;
import org.yiban.support.ApiClient.Answer;

/** The steps of plans of monthly contributions, and what becomes of them. */
@Component
@Lazy
class PlanSteps {

    static final LocalDate TODAY = AtRetirement.TODAY;
    static final YearMonth NOW = YearMonth.from(TODAY);
    static final int SHORT_OF_TWO = 358;
    private static final String CHANGCHUN = AtRetirement.CHANGCHUN;

    private final BackpaySteps steps;
    private final ApiClient api;
    private final People onRecord;
    private final PeopleImport peopleImport;
    private final LateMonths late;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    PlanSteps(
            BackpaySteps steps,
            ApiClient api,
            People onRecord,
            PeopleImport peopleImport,
            LateMonths late,
            RuntimeService runtime,
            ManagementService management,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.steps = steps;
        this.api = api;
        this.onRecord = onRecord;
        this.peopleImport = peopleImport;
        this.late = late;
        this.runtime = runtime;
        this.management = management;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    String planned(Retiring man) {
        String number = steps.confirmed(man);
        done(steps.choose(number, steps.option(number, "CONTINUE_MONTHLY")));
        assertThat(plan(number).path("state").asText()).isEqualTo("RUNNING");
        return number;
    }

    Retiring paidUntilSevenMonthsAgo() {
        LocalDate reached = TODAY.minusDays(5);
        IdentityNumber number = FictitiousPerson.bornOn(reached.minusYears(60), Sex.MALE);
        YearMonth last = NOW.minusMonths(7);
        peopleImport.load(
                new CsvFiles()
                        .person(number, "虚构·断续")
                        .enrolment(number.value() + ",220100,EMPLOYEE,FLEXIBLE,1990-01-01,,")
                        .paid(
                                number,
                                CHANGCHUN,
                                last.minusMonths(SHORT_OF_TWO - 1).toString(),
                                last.toString())
                        .build(),
                "test",
                pool -> true);
        return new Retiring(
                number.value(), "虚构·断续", onRecord.find(number).orElseThrow().id(), CHANGCHUN, reached);
    }

    void recorded(Retiring man, YearMonth month) {
        TreeMap<YearMonth, BigDecimal> months = new TreeMap<>();
        months.put(month, new BigDecimal("4000.00"));
        transaction.executeWithoutResult(
                status -> late.record(man.personId(), new RegionCode(man.pool()), months, TODAY));
    }

    /** As if the plan had begun five months ago. */
    void fiveMonthsMissed(String number) {
        jdbc.sql("update yiban.contribution_plan set patient_since = ? where case_number = ?")
                .params(NOW.minusMonths(5).atDay(1), number)
                .update();
    }

    void lookIsDue(String number) {
        management.executeJob(management
                .createJobQuery()
                .activityId("catch_planLookDue")
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number + "/plan")
                        .singleResult()
                        .getId())
                .singleResult()
                .getId());
    }

    Answer decide(String number, Map<String, ?> body) {
        return api.post(
                "reviewcc",
                "/api/backpays/plan/tasks/" + steps.task(number + "/plan").getId() + "/decision",
                body);
    }

    Answer end(String number, String why) {
        return api.post("clerkcc", "/api/backpays/" + number + "/plan/end", Map.of("why", why));
    }

    JsonNode plan(String number) {
        return plan("reviewcc", number);
    }

    JsonNode plan(String user, String number) {
        return api.get(user, "/api/backpays/" + number + "/plan").body();
    }

    long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number + "/plan")
                .count();
    }
}
