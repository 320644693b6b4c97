package org.yiban.person.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.person.MonthKind;
import org.yiban.person.PeopleFiles;
import org.yiban.person.Scheme;
import org.yiban.person.Sex;
import org.yiban.person.csv.PeopleContent.EnrolmentRow;
import org.yiban.person.csv.PeopleContent.MonthsRow;
import org.yiban.person.csv.PeopleContent.PersonRow;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Reads the files and checks all that can be checked without looking at what is stored. */
@Component
public class PeopleFileReader {

    private static final int LONGEST_NAME = 100;
    private static final CsvFile PEOPLE = new CsvFile(
            "people.csv",
            List.of("identityNumber", "name"),
            List.of("sex", "bornOn", "diedOn", "retiredInsured", "retiredOn"));
    private static final CsvFile ENROLMENTS = new CsvFile(
            "enrolments.csv",
            List.of("identityNumber", "pool", "scheme", "identity", "from"),
            List.of("until", "endReason", "waitingFrom", "benefitFrom"));
    private static final CsvFile MONTHS = new CsvFile(
            "months.csv", List.of("identityNumber", "pool", "scheme", "from", "to", "kind"), List.of("paidIn", "base"));

    private final Regions regions;
    private final BusinessTime time;

    PeopleFileReader(Regions regions, BusinessTime time) {
        this.regions = regions;
        this.time = time;
    }

    /**
     * Reads the files.
     *
     * @throws ProblemException naming everything that is wrong, if any of the rows cannot be used
     */
    public PeopleContent read(PeopleFiles files, Predicate<RegionCode> allowed) {
        FileProblems problems = new FileProblems();
        List<CsvRow> people = PEOPLE.read(files.people(), problems);
        List<CsvRow> enrolments = ENROLMENTS.read(files.enrolments(), problems);
        List<CsvRow> months = MONTHS.read(files.months(), problems);
        List<CsvRow> payments = PaymentRows.PAYMENTS.read(files.payments(), problems);
        List<CsvRow> accounts = PaymentRows.ACCOUNTS.read(files.accounts(), problems);
        problems.throwIfAny();
        if (Stream.of(people, enrolments, months, payments, accounts).allMatch(List::isEmpty)) {
            throw ProblemException.invalid(
                    "files", null, "文件中没有任何记录；至少提供 people.csv、enrolments.csv、months.csv、payments.csv、accounts.csv 之一");
        }
        PaymentRows money = new PaymentRows(time, row -> ownPool(row, allowed));
        PeopleContent content = new PeopleContent(
                all(people, this::person),
                all(enrolments, row -> enrolment(row, allowed)),
                all(months, row -> months(row, allowed)),
                all(payments, money::payment),
                all(accounts, money::account),
                problems);
        refuseRepetitions(content);
        PaymentRows.refuseRepetitions(content);
        problems.throwIfAny();
        return content;
    }

    private PersonRow person(CsvRow row) {
        IdentityNumber number = row.identityNumber("identityNumber");
        String name = row.required("name");
        Sex sex = row.choice("sex", Sex.class);
        LocalDate bornOn = row.day("bornOn");
        LocalDate diedOn = row.day("diedOn");
        boolean retired = row.flag("retiredInsured");
        LocalDate retiredOn = row.day("retiredOn");
        if (name != null && (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))) {
            row.problem("name", "最多" + LONGEST_NAME + "个字，不能含控制字符");
        }
        if (number == null || name == null) {
            return null;
        }
        sex = saidByNumber(row, "sex", sex, number.sex());
        bornOn = saidByNumber(row, "bornOn", bornOn, number.bornOn());
        if (sex == null || bornOn == null) {
            return null;
        }
        if (bornOn.isAfter(time.today())) {
            row.problem(number.bornOn() == null ? "bornOn" : "identityNumber", "出生日期 " + bornOn + " 在今天之后");
        }
        if (diedOn != null && (diedOn.isBefore(bornOn) || diedOn.isAfter(time.today()))) {
            row.problem("diedOn", "应在出生日期 " + bornOn + " 与今天之间");
        }
        if (retiredOn != null && !retired) {
            row.problem("retiredOn", "填写退休之日的，retiredInsured 应为 true");
        } else if (retiredOn != null && (retiredOn.isBefore(bornOn) || retiredOn.isAfter(time.today()))) {
            row.problem("retiredOn", "应在出生日期 " + bornOn + " 与今天之间");
        }
        return new PersonRow(row, number, name, sex, bornOn, diedOn, retired, retiredOn);
    }

    private static <T> T saidByNumber(CsvRow row, String column, T given, T byNumber) {
        if (byNumber == null && given == null && row.optional(column) == null) {
            row.problem(column, "必填：2017版外国人永久居留身份证的号码不含此项");
        }
        if (byNumber != null && given != null && !byNumber.equals(given)) {
            row.problem(column, "与证件号码所示（" + byNumber + "）不符");
        }
        return byNumber == null ? given : byNumber;
    }

    private EnrolmentRow enrolment(CsvRow row, Predicate<RegionCode> allowed) {
        IdentityNumber number = row.identityNumber("identityNumber");
        RegionCode pool = ownPool(row, allowed);
        Scheme scheme = row.requiredChoice("scheme", Scheme.class);
        MemberIdentity identity = row.requiredChoice("identity", MemberIdentity.class);
        row.required("from");
        LocalDate from = row.day("from");
        LocalDate until = row.day("until");
        String endReason = row.optional("endReason");
        LocalDate waitingFrom = row.day("waitingFrom");
        LocalDate benefitFrom = row.day("benefitFrom");
        if (scheme != null && identity != null && !identity.belongsTo(scheme)) {
            row.problem("identity", "EMPLOYEE 的参保身份应为 EMPLOYER 或 FLEXIBLE，RESIDENT 的应为 RESIDENT");
        }
        if (from != null && number != null && number.bornOn() != null && from.isBefore(number.bornOn())) {
            row.problem("from", "早于出生日期 " + number.bornOn());
        }
        if (from != null && until != null && until.isBefore(from)) {
            row.problem("until", "不能早于起始日 " + from);
        }
        row.waitsBeforeBenefits(waitingFrom, benefitFrom);
        if (waitingFrom != null && row.optional("benefitFrom") == null) {
            row.problem("benefitFrom", "有等待期的须填写待遇享受期首日");
        }
        if ((row.optional("until") == null) != (endReason == null)) {
            row.problem("endReason", "终止的参保关系须同时填写 until 和 endReason，未终止的两项都留空");
        }
        boolean whole = number != null && pool != null && scheme != null && identity != null && from != null;
        return whole
                ? new EnrolmentRow(
                        row, number, pool, scheme, identity, from, until, endReason, waitingFrom, benefitFrom)
                : null;
    }

    private MonthsRow months(CsvRow row, Predicate<RegionCode> allowed) {
        IdentityNumber number = row.identityNumber("identityNumber");
        RegionCode pool = ownPool(row, allowed);
        Scheme scheme = row.requiredChoice("scheme", Scheme.class);
        YearMonth from = row.month("from");
        YearMonth to = row.month("to");
        MonthKind kind = row.requiredChoice("kind", MonthKind.class);
        RegionCode paidIn = row.optional("paidIn") == null ? pool : pool(row, "paidIn");
        var base = row.money("base");
        if (from != null && to != null && to.isBefore(from)) {
            row.problem("to", "不能早于 from（" + from + "）");
            return null;
        }
        if (from != null
                && number != null
                && number.bornOn() != null
                && from.isBefore(YearMonth.from(number.bornOn()))) {
            row.problem("from", "早于出生年月 " + YearMonth.from(number.bornOn()));
        }
        YearMonth last = YearMonth.of(time.today().getYear() + 1, 12);
        if (to != null && to.isAfter(last)) {
            row.problem("to", "最晚为次年12月（" + last + "）");
        }
        if (kind == MonthKind.DEEMED && row.optional("base") != null) {
            row.problem("base", "视同缴费月没有缴费基数，应留空");
        }
        boolean whole = number != null && pool != null && scheme != null && from != null && to != null;
        return whole && kind != null && paidIn != null
                ? new MonthsRow(row, number, pool, scheme, from, to, kind, paidIn, base)
                : null;
    }

    private RegionCode ownPool(CsvRow row, Predicate<RegionCode> allowed) {
        RegionCode pool = pool(row, "pool");
        if (pool != null && !allowed.test(pool)) {
            row.problem("pool", "无权导入 " + regions.fullName(pool) + " 的数据，只能导入本人主管的统筹区");
        }
        return pool;
    }

    private RegionCode pool(CsvRow row, String column) {
        Region pool = row.problems().collect(() -> regions.requirePool(row.field(column), row.optional(column)));
        return pool == null ? null : pool.code();
    }

    private static void refuseRepetitions(PeopleContent content) {
        Map<IdentityNumber, PersonRow> people = new HashMap<>();
        for (PersonRow person : content.people()) {
            PersonRow earlier = people.putIfAbsent(person.number(), person);
            if (earlier != null) {
                person.row()
                        .problems()
                        .add(
                                person.row().field("identityNumber"),
                                person.number().masked(),
                                "与第" + earlier.row().line() + "行是同一证件号码");
            }
        }
        Map<List<Object>, List<EnrolmentRow>> enrolments = new HashMap<>();
        for (EnrolmentRow enrolment : content.enrolments()) {
            List<EnrolmentRow> others = enrolments.computeIfAbsent(
                    List.of(enrolment.number(), enrolment.pool(), enrolment.scheme()), key -> new ArrayList<>());
            others.stream()
                    .filter(other -> enrolment.overlaps(other.from(), other.until()))
                    .forEach(other ->
                            enrolment.row().problem("from", "与第" + other.row().line() + "行的参保期间重叠（同一人、统筹区、险种）"));
            others.add(enrolment);
        }
        Map<List<Object>, List<MonthsRow>> months = new HashMap<>();
        for (MonthsRow run : content.months()) {
            List<MonthsRow> others =
                    months.computeIfAbsent(List.of(run.number(), run.pool(), run.scheme()), key -> new ArrayList<>());
            others.stream().filter(run::overlaps).forEach(other -> run.row()
                    .problem("from", "与第" + other.row().line() + "行的月份重叠（同一人、统筹区、险种）"));
            others.add(run);
        }
    }

    private static <T> List<T> all(List<CsvRow> rows, Function<CsvRow, T> read) {
        return rows.stream().map(read).filter(Objects::nonNull).toList();
    }
}
