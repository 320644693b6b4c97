package org.yiban.policy.families;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiban.calendar.DueDay;
import org.yiban.calendar.SpecialDays;
import org.yiban.calendar.WorkingCalendar;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.kernel.Violations;
import org.yiban.policy.Fact;
import org.yiban.policy.Outcome;
import org.yiban.policy.Result;
import org.yiban.policy.Steps;
import org.yiban.policy.TableOutput;
import org.yiban.policy.TransferKind;
import org.yiban.policy.facts.DerivedFact;
import org.yiban.policy.facts.Facts;
import org.yiban.policy.tables.Row;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/** {@code transfer-deadline}: how a transfer is classed and when it is due. The transfer-in side's documents speak. */
public final class TransferDeadlineFamily implements Family {

    public static final String NAME = "transfer-deadline";

    public static final String FROM_REGION = "fromRegion";
    public static final String TO_REGION = "toRegion";
    public static final String ACCEPTED_ON = "acceptedOn";

    public static final String TRANSFER_KIND = "transferKind";
    public static final String TRANSFER_NEEDED = "transferNeeded";
    public static final String WORKING_DAYS = "workingDays";
    public static final String DUE_ON = "dueOn";
    public static final String PROVISIONAL = "provisional";

    private final WorkingCalendars calendars;

    public TransferDeadlineFamily(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "转移接续期限";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Fact.region(FROM_REGION, "转出地").required(),
                Fact.region(TO_REGION, "转入地").required(),
                Fact.date(ACCEPTED_ON, "受理日期").required());
    }

    @Override
    public List<DerivedFact> derived() {
        Fact kind = Fact.choice(
                TRANSFER_KIND, "转移类别", "WITHIN_POOL", "统筹区内", "WITHIN_PROVINCE", "省内跨统筹区", "CROSS_PROVINCE", "跨省");
        return List.of(
                DerivedFact.of(Fact.text("fromPool", "转出统筹区"), facts -> pool(facts, FROM_REGION), FROM_REGION),
                DerivedFact.of(Fact.text("toPool", "转入统筹区"), facts -> pool(facts, TO_REGION), TO_REGION),
                DerivedFact.of(kind, facts -> kind(facts).name(), FROM_REGION, TO_REGION));
    }

    @Override
    public List<Result> results() {
        return List.of(
                Result.outcome("DECIDED", ""),
                Result.choice(
                                TRANSFER_KIND,
                                "转移类别",
                                "WITHIN_POOL",
                                "同一个统筹区内的变动",
                                "WITHIN_PROVINCE",
                                "省内跨统筹区转移",
                                "CROSS_PROVINCE",
                                "跨省转移")
                        .said("这是{}"),
                Result.flag(TRANSFER_NEEDED, "需要办理转移", "要办理转移接续", "不用办理转移接续"),
                Result.workingDays(WORKING_DAYS, "办理期限（工作日）", "要在 {}内办完"),
                Result.date(DUE_ON, "到期日", "最晚{}办完"),
                Result.flag(PROVISIONAL, "到期日待定", "这个日子以后可能还要改", ""),
                Result.basis());
    }

    @Override
    public String regionFact() {
        return TO_REGION;
    }

    @Override
    public List<TableOutput> outputs() {
        return List.of(
                TableOutput.outcome(Outcome.DECIDED),
                TableOutput.flag(TRANSFER_NEEDED),
                TableOutput.count(WORKING_DAYS),
                TableOutput.basis());
    }

    @Override
    public String businessDateFact() {
        return ACCEPTED_ON;
    }

    @Override
    public void check(Facts facts, Violations violations) {
        if (facts.states(FROM_REGION) && facts.states(TO_REGION)) {
            checkPools(facts.regions(), facts.region(FROM_REGION), facts.region(TO_REGION), violations);
        }
    }

    /** Two provinces differ whatever the pools are; within one province both pools must be known. */
    public static void checkPools(Regions regions, Region from, Region to, Violations violations) {
        if (regions.provinceOf(from.code()).equals(regions.provinceOf(to.code()))) {
            violations.collect(
                    () -> regions.requirePool(FROM_REGION, from.code().value()));
            violations.collect(() -> regions.requirePool(TO_REGION, to.code().value()));
        }
    }

    /** Between which regions a relation moves; the pools are known as far as {@link #checkPools} asks. */
    public static TransferKind kind(Regions regions, Region from, Region to) {
        if (!regions.provinceOf(from.code()).equals(regions.provinceOf(to.code()))) {
            return TransferKind.CROSS_PROVINCE;
        }
        return from.pool().equals(to.pool()) ? TransferKind.WITHIN_POOL : TransferKind.WITHIN_PROVINCE;
    }

    private static TransferKind kind(Facts facts) {
        return kind(facts.regions(), facts.region(FROM_REGION), facts.region(TO_REGION));
    }

    @Override
    public Map<String, Object> conclude(Facts facts, Row row, Steps steps) {
        Map<String, Object> results = new LinkedHashMap<>(row.values());
        results.put(TRANSFER_KIND, facts.text(TRANSFER_KIND));
        if (row.states(WORKING_DAYS)) {
            WorkingCalendar calendar =
                    calendars.of(facts.region(TO_REGION).code().value());
            DueDay due = calendar.addWorkingDays(facts.date(ACCEPTED_ON), row.number(WORKING_DAYS));
            results.put(DUE_ON, due.date().toString());
            results.put(PROVISIONAL, due.provisional());
            explain(calendar, facts.date(ACCEPTED_ON), row.number(WORKING_DAYS), due, steps);
        }
        return results;
    }

    private static void explain(
            WorkingCalendar calendar, LocalDate acceptedOn, int workingDays, DueDay due, Steps steps) {
        steps.add(
                DUE_ON,
                "受理当天（{0}）不算，从{1}起数 {2} 个工作日，周末和放假的日子不数，最后一个工作日是{3}",
                acceptedOn,
                acceptedOn.plusDays(1),
                workingDays,
                due.date());
        SpecialDays special = calendar.specialDays(acceptedOn, due.date());
        if (!special.off().isEmpty()) {
            steps.add(DUE_ON, "其间放假不数的有{0}", special.off());
        }
        if (!special.work().isEmpty()) {
            steps.add(DUE_ON, "其间调休上班照数的有{0}", special.work());
        }
        if (!special.localOff().isEmpty()) {
            steps.add(DUE_ON, "其间转入地另行放假不数的有{0}", special.localOff());
        }
        if (!special.localWork().isEmpty()) {
            steps.add(DUE_ON, "其间转入地另行安排上班照数的有{0}", special.localWork());
        }
        if (due.provisional()) {
            steps.add(
                    PROVISIONAL, "{0} 年的放假安排还没有公布，先按周一到周五算，公布以后可能要改", due.date().getYear());
        }
    }

    private static String pool(Facts facts, String fact) {
        Region region = facts.region(fact);
        return region.pool() == null ? null : region.pool().value();
    }
}
