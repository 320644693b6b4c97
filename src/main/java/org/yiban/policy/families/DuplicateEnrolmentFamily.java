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
                Fact.flag("student", "学生", "是学生", "不是学生"),
                Fact.flag("povertyIdentified", "已脱贫人口或监测对象", "是已脱贫人口或监测对象", "不是已脱贫人口或监测对象"),
                Fact.months("employeeMonthsInARow", "连续参加职工医保的月数"),
                Fact.flag("flexibleWork", "以灵活就业形式重复参保", "是以灵活就业形式重复参保", "不是以灵活就业形式重复参保"),
                Fact.flag("seasonalWorker", "短期季节性务工人员", "是短期季节性务工人员", "不是短期季节性务工人员"),
                Fact.flag("landExpropriated", "政府代缴期间的被征地、失地农民", "是政府代缴期间的被征地、失地农民", "不是政府代缴期间的被征地、失地农民"),
                Fact.flag("personalRequest", "本人书面申请（含选择身份认定地）", "本人提出了书面申请", "本人没有提出书面申请"),
                Fact.flag("crossPool", "跨统筹地区重复", "跨统筹地区重复参保", "在同一个统筹地区重复参保"));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.choice(
                        "keep",
                        "保留的关系",
                        "PLACE_OF_WORK",
                        "保留就业地的参保关系",
                        "PLACE_OF_RESIDENCE",
                        "保留常住地的参保关系",
                        "PLACE_OF_STUDY",
                        "保留学籍地的参保关系",
                        "PLACE_OF_IDENTIFICATION",
                        "保留身份认定地的参保关系",
                        "EMPLOYEE_RELATION",
                        "保留职工医保关系",
                        "ONE_ENTITLED",
                        "保留一个享受待遇的参保关系",
                        "APPLICANT_CHOICE",
                        "由本人选择保留哪一个"),
                Result.choice("other", "另一关系", "TERMINATE", "终止另一个参保关系", "SUSPEND", "暂停另一个参保关系"),
                Result.flag("suspendPayments", "暂停待遇支付，确定后补付", "确定之前暂停支付待遇，确定后补付", ""),
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
