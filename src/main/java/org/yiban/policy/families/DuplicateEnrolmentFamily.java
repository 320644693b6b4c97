package org.yiban.policy.families;

import java.util.List;
import java.util.Map;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;

/** {@code duplicate-enrolment}: which of two relations stays, and what becomes of the other. */
final class DuplicateEnrolmentFamily implements Family {

    private static final String FOUND_ON = "foundOn";

    @Override
    public String name() {
        return "duplicate-enrolment";
    }

    @Override
    public String label() {
        return "重复参保";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.date(FOUND_ON, "发现日期").required(),
                Fact.choice(
                        "kind",
                        "重复的种类",
                        "EMPLOYEE_EMPLOYEE",
                        "重复参加职工医保",
                        "RESIDENT_RESIDENT",
                        "重复参加居民医保",
                        "EMPLOYEE_RESIDENT",
                        "职工医保和居民医保重复"),
                Fact.flag("student", "学生"),
                Fact.flag("povertyIdentified", "已脱贫人口或监测对象"),
                Fact.months("employeeMonthsInARow", "连续参加职工医保的月数"),
                Fact.flag("flexibleWork", "以灵活就业形式重复参保"),
                Fact.flag("seasonalWorker", "短期季节性务工人员"),
                Fact.flag("landExpropriated", "政府代缴期间的被征地、失地农民"),
                Fact.flag("personalRequest", "本人书面申请（含选择身份认定地）"),
                Fact.flag("crossPool", "跨统筹地区重复"));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome(),
                Result.of("keep", "保留的关系"),
                Result.of("other", "另一关系"),
                Result.of("suspendPayments", "暂停待遇支付，确定后补付"),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.choice(
                        "keep",
                        "PLACE_OF_WORK",
                        "PLACE_OF_RESIDENCE",
                        "PLACE_OF_STUDY",
                        "PLACE_OF_IDENTIFICATION",
                        "EMPLOYEE_RELATION",
                        "ONE_ENTITLED",
                        "APPLICANT_CHOICE"),
                TableOutput.choice("other", "TERMINATE", "SUSPEND"),
                TableOutput.flag("suspendPayments"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return FOUND_ON;
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        return row.values();
    }
}
