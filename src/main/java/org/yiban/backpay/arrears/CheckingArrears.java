package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.person.ContributionMonth;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** Checks what is stated of arrears. */
@Component
class CheckingArrears {

    private static final int MOST_ROWS = 500;

    private final People people;
    private final Regions regions;
    private final ServedPools served;
    private final ArrearsSettings settings;
    private final ArrearsRecords records;
    private final BusinessTime time;

    CheckingArrears(
            People people,
            Regions regions,
            ServedPools served,
            ArrearsSettings settings,
            ArrearsRecords records,
            BusinessTime time) {
        this.people = people;
        this.regions = regions;
        this.served = served;
        this.settings = settings;
        this.records = records;
        this.time = time;
    }

    /** The pool that is stated, if it is one that is served here. */
    RegionCode pool(String code) {
        RegionCode pool = regions.requirePool("pool", code).code();
        if (!served.contains(pool)) {
            throw ProblemException.invalid("pool", code, regions.fullName(pool) + "不在本平台经办范围");
        }
        return pool;
    }

    /**
     * Checks all of it. Joins the caller's transaction.
     *
     * @throws ProblemException naming every field that is wrong, {@code people[0].from} in rows
     */
    CheckedArrears check(ArrearsApplication stated) {
        Violations violations = new Violations();
        RegionCode pool = violations.collect(() -> pool(stated.pool()));
        String unitName = violations.collect(() -> FreeText.required("unitName", stated.unitName()));
        UnitCode unitCode = violations.collect(() -> UnitCode.parse("unitCode", stated.unitCode()));
        ArrearsGround ground = violations.collect(() -> one("ground", stated.ground(), ArrearsGround.values()));
        AccountType accountType =
                violations.collect(() -> one("accountType", stated.accountType(), AccountType.values()));
        LocalDate payOn = pool == null ? null : violations.collect(() -> payOn("payOn", stated.payOn(), pool));
        String phone = violations.collect(() -> FreeText.optional("contactPhone", stated.contactPhone()));
        List<ArrearsApplication.Row> rows = stated.people() == null ? List.of() : stated.people();
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            violations.add("people", String.valueOf(rows.size()), "至少 1 行，至多 " + MOST_ROWS + " 行");
        }
        violations.throwIfAny();
        List<ArrearsRun> runs = runs(rows, pool, payOn, violations);
        violations.throwIfAny();
        claimedTwice(pool, runs, violations);
        violations.throwIfAny();
        return new CheckedArrears(pool, unitName, unitCode, ground, accountType, payOn, phone, runs);
    }

    /**
     * A day of payment.
     *
     * @throws ProblemException INVALID_INPUT unless it lies between today and the last one that may be named
     */
    LocalDate payOn(String field, LocalDate day, RegionCode pool) {
        return payOn(field, day, pool, "");
    }

    /** The same for a case: what came in was paid on the day on which it came, and owes no late fee for the days after it. */
    LocalDate payOn(String field, LocalDate day, ArrearsCase found) {
        boolean came = found.received().signum() > 0;
        return came && found.receivedOn().equals(day)
                ? day
                : payOn(field, day, found.pool(), came ? "，或者已收款项的到账日（" + found.receivedOn() + "）" : "");
    }

    private LocalDate payOn(String field, LocalDate day, RegionCode pool, String orElse) {
        LocalDate today = time.today();
        LocalDate last = settings.lastPayDay(pool, today);
        if (day == null || day.isBefore(today) || day.isAfter(last)) {
            throw ProblemException.invalid(
                    field,
                    day == null ? null : day.toString(),
                    "必填：单位缴费的日子，今天（" + today + "）至 " + last + " 之间" + orElse);
        }
        return day;
    }

    private List<ArrearsRun> runs(
            List<ArrearsApplication.Row> rows, RegionCode pool, LocalDate payOn, Violations violations) {
        List<ArrearsRun> runs = new ArrayList<>();
        Map<Long, Set<YearMonth>> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String at = "people[" + i + "].";
            ArrearsApplication.Row row = rows.get(i);
            Person person = violations.collect(() -> person(at, row));
            boolean fits = period(at, row, person, payOn, violations);
            BigDecimal wage = violations.collect(() -> wage(at, row.wage()));
            if (person == null || !fits) {
                continue;
            }
            List<YearMonth> months = new ArrearsRun("", person.id(), row.from(), row.to(), null).months();
            unheld(at, person, pool, months, violations);
            Set<YearMonth> before = seen.computeIfAbsent(person.id(), id -> new HashSet<>());
            months.stream()
                    .filter(month -> !before.add(month))
                    .findFirst()
                    .ifPresent(month -> violations.add(at + "from", row.from().toString(), "同一人的 " + month + " 已在另一行"));
            for (YearMonth from = row.from(); !from.isAfter(row.to()); from = YearMonth.of(from.getYear() + 1, 1)) {
                YearMonth december = YearMonth.of(from.getYear(), 12);
                YearMonth to = december.isBefore(row.to()) ? december : row.to();
                runs.add(new ArrearsRun("base" + (runs.size() + 1), person.id(), from, to, wage));
            }
        }
        return runs;
    }

    /** Nobody is put on record by what is only stated. */
    private Person person(String at, ArrearsApplication.Row row) {
        Violations violations = new Violations();
        IdentityNumber number =
                violations.collect(() -> IdentityNumber.parse(at + "identityNumber", row.identityNumber()));
        String name = violations.collect(() -> FreeText.required(at + "name", row.name()));
        violations.throwIfAny();
        return people.find(number)
                .filter(known -> known.name().equals(name))
                .orElseThrow(() -> ProblemException.invalid(
                        at + "identityNumber", number.masked(), "没有查到此人的登记，或姓名与登记不符；请核对证件号码和姓名，单位从未给其参保的先办理参保登记"));
    }

    private boolean period(
            String at, ArrearsApplication.Row row, Person person, LocalDate payOn, Violations violations) {
        YearMonth last = YearMonth.from(payOn).minusMonths(1);
        if (row.from() == null) {
            violations.add(at + "from", null, "必填，格式 yyyy-MM");
            return false;
        }
        if (row.to() == null || row.to().isBefore(row.from())) {
            violations.add(at + "to", row.to() == null ? null : row.to().toString(), "必填，格式 yyyy-MM，不能早于起月");
            return false;
        }
        if (row.to().isAfter(last)) {
            violations.add(at + "to", row.to().toString(), "不能晚于缴费日的上月（" + last + "）");
            return false;
        }
        if (person != null && row.from().isBefore(YearMonth.from(person.bornOn()))) {
            violations.add(at + "from", row.from().toString(), "不能早于出生的月份");
            return false;
        }
        if (person != null && person.diedOn() != null && row.to().isAfter(YearMonth.from(person.diedOn()))) {
            violations.add(at + "to", row.to().toString(), "不能晚于死亡的月份（" + YearMonth.from(person.diedOn()) + "）");
            return false;
        }
        return true;
    }

    private static BigDecimal wage(String at, String stated) {
        if (stated == null || stated.isBlank()) {
            return null;
        }
        boolean number = stated.strip().matches("\\d{1,7}(\\.\\d{1,2})?");
        BigDecimal wage = number ? new BigDecimal(stated.strip()) : BigDecimal.ZERO;
        if (wage.signum() == 0) {
            throw ProblemException.invalid(at + "wage", stated, "应为大于 0、不超过两位小数的月工资，单位元；不能确定的不填");
        }
        return wage;
    }

    private void unheld(String at, Person person, RegionCode pool, List<YearMonth> months, Violations violations) {
        Set<YearMonth> held = held(person.id(), pool, months);
        if (!held.isEmpty()) {
            violations.add(at + "from", months.get(0).toString(), "这些月份已有缴费记录，不是欠费：" + said(held));
        }
    }

    /**
     * Requires that what is to be collected is still owed.
     *
     * @throws ProblemException CONFLICT naming the months that were paid otherwise since they were stated
     */
    void requireOwed(ArrearsCase found) {
        Set<YearMonth> held = new TreeSet<>();
        found.runs().forEach(run -> held.addAll(held(run.personId(), found.pool(), run.months())));
        if (found.onRecord() == null && !held.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "caseNumber",
                    found.number().value(),
                    "有人的月份已由别处记入缴费记录，不再是欠费：" + said(held) + "；请不予补缴或停止补缴，其余月份另行登记");
        }
    }

    /** Those of some months that are on record as paid. */
    private Set<YearMonth> held(long personId, RegionCode pool, List<YearMonth> months) {
        Set<YearMonth> held = people.months(personId, pool).stream()
                .filter(month -> month.scheme() == Scheme.EMPLOYEE && month.kind() == MonthKind.PAID)
                .map(ContributionMonth::month)
                .collect(Collectors.toCollection(TreeSet::new));
        held.retainAll(Set.copyOf(months));
        return held;
    }

    private static String said(Set<YearMonth> months) {
        return months.stream().limit(6).map(YearMonth::toString).collect(Collectors.joining("、"))
                + (months.size() > 6 ? "等" : "");
    }

    /** Months that an open case claims already, of this employer or another one. */
    private void claimedTwice(RegionCode pool, List<ArrearsRun> runs, Violations violations) {
        Set<Long> ids = runs.stream().map(ArrearsRun::personId).collect(Collectors.toSet());
        for (ArrearsCase open : records.openOf(ids, pool)) {
            boolean both = open.runs().stream().anyMatch(theirs -> runs.stream()
                    .anyMatch(ours -> ours.personId() == theirs.personId()
                            && !ours.from().isAfter(theirs.to())
                            && !ours.to().isBefore(theirs.from())));
            if (both) {
                violations.add("people", null, "同一人同一月份的欠费正在案件 " + open.number() + " 办理");
            }
        }
    }

    private static <T extends Enum<T>> T one(String field, String text, T[] all) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        field, text, "必填：" + Arrays.stream(all).map(Enum::name).collect(Collectors.joining("、"))));
    }
}
