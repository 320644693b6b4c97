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

/** {@code enrolment-options}: which scheme a person may join, where, and who handles it. */
final class EnrolmentOptionsFamily implements Family {

    private static final String ASKED_ON = "askedOn";

    @Override
    public String name() {
        return "enrolment-options";
    }

    @Override
    public String label() {
        return "可参加的险种和参保地";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Shared.region(),
                Fact.date(ASKED_ON, "询问日期").required(),
                status(),
                Fact.flag("householdHere", "户籍在本统筹区", "户籍在本统筹区", "户籍不在本统筹区"),
                Fact.flag("residencePermitHere", "持有本统筹区居住证", "持有本统筹区居住证", "没有本统筹区居住证"),
                Fact.flag("workingAge", "在国家规定的劳动年龄内", "在国家规定的劳动年龄内", "不在国家规定的劳动年龄内"));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.choice("schemes", "可参加的险种", "EMPLOYEE", "职工医保", "RESIDENT", "居民医保")
                        .said("可以参加{}"),
                Result.choice(
                                "place",
                                "参保地",
                                "WORK",
                                "就业地",
                                "HOUSEHOLD",
                                "户籍地",
                                "RESIDENCE",
                                "居住地",
                                "STUDY",
                                "学籍地",
                                "LAST_UNEMPLOYMENT_INSURANCE",
                                "失业保险最后参保地")
                        .said("在{}参保"),
                Result.choice(
                                "handledBy",
                                "办理人",
                                "PERSON",
                                "本人",
                                "UNIT",
                                "用人单位",
                                "SCHOOL",
                                "学校",
                                "DETENTION_AUTHORITY",
                                "监管机关",
                                "SOCIAL_INSURANCE_AGENCY",
                                "社会保险经办机构")
                        .said("由{}办理"),
                Result.basis());
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.choices("schemes", "EMPLOYEE", "RESIDENT"),
                TableOutput.choices("place", "WORK", "HOUSEHOLD", "RESIDENCE", "STUDY", "LAST_UNEMPLOYMENT_INSURANCE"),
                TableOutput.choice(
                        "handledBy", "PERSON", "UNIT", "SCHOOL", "DETENTION_AUTHORITY", "SOCIAL_INSURANCE_AGENCY"),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return ASKED_ON;
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        return row.values();
    }

    private static Fact status() {
        return Fact.choice(
                "status",
                "身份",
                "EMPLOYED",
                "与用人单位建立劳动关系",
                "FLEXIBLE",
                "灵活就业",
                "NOT_EMPLOYED",
                "非就业居民",
                "STUDENT",
                "在校学生",
                "PRESCHOOL",
                "学龄前儿童",
                "NEWBORN",
                "新生儿",
                "DETAINED",
                "被监管人员",
                "COMMUNITY_CORRECTION",
                "社区矫正对象",
                "ON_UNEMPLOYMENT_BENEFIT",
                "领取失业保险金人员",
                "UNIT_IN_ARREARS",
                "欠费单位的职工",
                "RETIRED_NEVER_ENROLLED",
                "退休时未参保的退休人员",
                "HK_MACAO_TAIWAN",
                "港澳台居民",
                "FOREIGNER_PERMANENT",
                "有永久居留资格的外国人");
    }
}
