package org.yiban.backpay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.backpay.plan.ContributionPlans;
import org.yiban.backpay.years.CompilingYears;
import org.yiban.backpay.years.RetirementAges;
import org.yiban.backpay.years.RetirementKind;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.person.Enrolment;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.policy.known.KnownFacts;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** Checks applications to retire insured, on paper and against the record, many at once. Writes nothing. */
@Component
@Transactional(readOnly = true)
public class CheckingBackpays {

    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");
    private static final Set<String> ACCOUNT_TYPES = Set.of("POOLED_ONLY", "POOLED_WITH_ACCOUNT");
    private static final String RETIREMENT_AGE_ON = "retirementAgeOn";
    private static final String IDENTITY_NUMBER = "identityNumber";
    private static final int CENTS = 2;

    private final People people;
    private final BackpayRecords records;
    private final ContributionPlans plans;
    private final BackpaySettings settings;
    private final RetirementAges ages;
    private final CompilingYears compiling;
    private final Regions regions;
    private final ServedPools served;
    private final BusinessTime time;

    CheckingBackpays(
            People people,
            BackpayRecords records,
            ContributionPlans plans,
            BackpaySettings settings,
            RetirementAges ages,
            CompilingYears compiling,
            Regions regions,
            ServedPools served,
            BusinessTime time) {
        this.people = people;
        this.records = records;
        this.plans = plans;
        this.settings = settings;
        this.ages = ages;
        this.compiling = compiling;
        this.regions = regions;
        this.served = served;
        this.time = time;
    }

    /** Checks one; whatever is wrong stands in the answer, all of it. */
    public CheckedBackpay check(BackpayApplication application) {
        return check(List.of(application)).get(0);
    }

    /** Checks one that is registered next; until the transaction ends nobody else registers one of the same person. */
    CheckedBackpay checkLocked(BackpayApplication application) {
        IdentityNumber number = read(application).number();
        if (number != null) {
            people.find(number).map(Person::id).ifPresent(records::lock);
        }
        return check(application);
    }

    /** Checks several, in their order; the record is asked four times in all. Does not compare them with each other. */
    public List<CheckedBackpay> check(List<BackpayApplication> applications) {
        List<Read> read = applications.stream().map(this::read).toList();
        Map<IdentityNumber, Person> found = people.find(
                read.stream().map(Read::number).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<Long> ids = found.values().stream().map(Person::id).collect(Collectors.toSet());
        Map<Long, List<Enrolment>> enrolments = people.enrolments(ids);
        Map<Long, Backpay> open = records.openOf(ids);
        Map<Long, CaseNumber> planned = plans.running(ids);
        return read.stream()
                .map(each -> check(each, found.get(each.number()), enrolments, open, planned))
                .toList();
    }

    private Read read(BackpayApplication application) {
        Violations violations = new Violations();
        IdentityNumber number =
                violations.collect(() -> IdentityNumber.parse(IDENTITY_NUMBER, application.identityNumber()));
        String name = violations.collect(() -> FreeText.required("name", application.name()));
        RegionCode pool = violations.collect(() -> pool(application.pool()));
        RetirementKind kind = blank(application.retirementKind())
                ? RetirementKind.ORDINARY
                : violations.collect(() -> one(
                        "retirementKind",
                        application.retirementKind(),
                        RetirementKind.values(),
                        RetirementKind::title));
        ApplicantKind applicant = violations.collect(
                () -> one("applicant", application.applicant(), ApplicantKind.values(), ApplicantKind::title));
        boolean byOther = applicant != null && applicant != ApplicantKind.PERSON;
        String agent = violations.collect(() -> byOther
                ? FreeText.required("agentName", application.agentName())
                : FreeText.optional("agentName", application.agentName()));
        String phone = violations.collect(() -> FreeText.optional("contactPhone", application.contactPhone()));
        if (phone != null && !PHONE.matcher(phone).matches()) {
            violations.add("contactPhone", phone, "应为 11 位手机号或带区号的固定电话");
        }
        checkDays(violations, application, pool);
        checkWords(violations, application);
        return new Read(application, number, name, pool, kind, applicant, agent, phone, violations);
    }

    private void checkDays(Violations violations, BackpayApplication application, RegionCode pool) {
        LocalDate requested = application.requestedOn();
        if (requested == null || requested.isAfter(time.today())) {
            violations.add("requestedOn", text(requested), "必填，格式 yyyy-MM-dd，不能晚于今天（" + time.today() + "）");
        } else if (pool != null && requested.isBefore(settings.requestedFrom(pool, time.today()))) {
            violations.add(
                    "requestedOn", text(requested), "不能早于 " + settings.requestedFrom(pool, time.today()) + "：按申请日适用规定");
        }
        LocalDate reached = application.retirementAgeOn();
        if (reached == null) {
            violations.add(RETIREMENT_AGE_ON, null, "必填，格式 yyyy-MM-dd：达到法定退休年龄的日期");
        } else if (pool != null && reached.isAfter(settings.acceptedUntil(pool, time.today()))) {
            violations.add(
                    RETIREMENT_AGE_ON,
                    reached.toString(),
                    "还早：现在只受理 " + settings.acceptedUntil(pool, time.today()) + " 以前达到退休年龄的");
        }
    }

    private static void checkWords(Violations violations, BackpayApplication application) {
        if (!blank(application.accountType()) && !ACCOUNT_TYPES.contains(application.accountType())) {
            violations.add("accountType", application.accountType(), "应为 POOLED_ONLY（单建统筹）或 POOLED_WITH_ACCOUNT（统账结合）");
        }
        BigDecimal pension = application.pensionLastMonth();
        if (pension != null
                && (pension.signum() <= 0 || pension.stripTrailingZeros().scale() > CENTS)) {
            violations.add("pensionLastMonth", pension.toPlainString(), "应大于 0，最多两位小数，单位元");
        }
    }

    private CheckedBackpay check(
            Read read,
            Person found,
            Map<Long, List<Enrolment>> enrolments,
            Map<Long, Backpay> open,
            Map<Long, CaseNumber> planned) {
        Violations violations = read.wrong();
        Person person = found != null && found.name().equals(read.name()) ? found : null;
        if (read.number() != null && read.name() != null && person == null) {
            violations.add(IDENTITY_NUMBER, read.number().masked(), "没有查到此人的参保登记，或姓名与登记不符；请核对证件号码和姓名");
        }
        BackpayApplication application = read.application();
        MemberIdentity identity = null;
        if (person != null && read.pool() != null) {
            identity = identity(read, person, enrolments.getOrDefault(person.id(), List.of()), open.get(person.id()));
            if (read.kind() != null && application.retirementAgeOn() != null) {
                ages.check(
                        RETIREMENT_AGE_ON,
                        read.kind(),
                        person.sex(),
                        person.bornOn(),
                        application.retirementAgeOn(),
                        violations);
            }
            if (planned.containsKey(person.id())) {
                violations.add(
                        IDENTITY_NUMBER,
                        read.number().masked(),
                        "此人的继续按月缴费计划（案件 " + planned.get(person.id()) + "）正在进行；要一次缴清、改参加居民医保或终止的，在那个案件的页面上办理");
            }
            compiling.check("services", application.services(), person, violations);
        }
        List<Violation> wrong = found(violations);
        return wrong.isEmpty()
                ? new CheckedBackpay(read.pool(), person, stated(read, person, identity), application.services(), wrong)
                : new CheckedBackpay(read.pool(), null, null, application.services(), wrong);
    }

    private MemberIdentity identity(Read read, Person person, List<Enrolment> enrolments, Backpay open) {
        Violations violations = read.wrong();
        String number = read.number().masked();
        if (person.diedOn() != null) {
            violations.add(IDENTITY_NUMBER, number, "登记显示此人已于" + Written.day(person.diedOn()) + "死亡");
        }
        if (person.retiredInsured()) {
            violations.add(IDENTITY_NUMBER, number, "登记显示此人已办理退休医保待遇，不用再核定");
        }
        if (open != null) {
            String by = open.pool().equals(read.pool()) ? "案件 " + open.caseNumber() : regions.fullName(open.pool());
            violations.add(IDENTITY_NUMBER, number, "此人的退休缴费年限正由" + by + "办理，不用重复登记");
        }
        Enrolment here = enrolments.stream()
                .filter(each -> each.open() && each.pool().equals(read.pool()) && each.scheme() == Scheme.EMPLOYEE)
                .findFirst()
                .orElse(null);
        if (here == null) {
            violations.add("pool", read.pool().value(), "此人在这个统筹区没有正常的职工医保关系；关系在外地的，先办理转移接续");
            return null;
        }
        return blank(read.application().identity())
                ? here.identity()
                : violations.collect(() -> memberIdentity(read.application().identity()));
    }

    private static MemberIdentity memberIdentity(String code) {
        return Arrays.stream(MemberIdentity.values())
                .filter(value ->
                        value != MemberIdentity.RESIDENT && value.name().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("identity", code, "应为 EMPLOYER（单位职工）或 FLEXIBLE（灵活就业）"));
    }

    private static StatedBackpay stated(Read read, Person person, MemberIdentity identity) {
        BackpayApplication application = read.application();
        return new StatedBackpay(
                person.sex(),
                application.requestedOn(),
                application.retirementAgeOn(),
                read.kind(),
                identity,
                blank(application.accountType()) ? null : application.accountType(),
                application.convertsToAccount(),
                application.pensionStarted(),
                application.pensionLastMonth(),
                read.applicant(),
                read.agent(),
                read.phone(),
                null);
    }

    /** Nobody has paid or served more months than they may have worked until today. */
    void withinWorkingLife(Backpay backpay, KnownFacts facts, Violations violations) {
        Map<String, String> months = facts.question();
        int counted = Stream.of("actualMonths", "deemedMonths")
                .map(months::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .sum();
        LocalDate bornOn = people.require(backpay.personId()).bornOn();
        int most = ages.workingMonths(bornOn, YearMonth.from(time.today()));
        if (counted > most) {
            violations.add(
                    "facts.actualMonths",
                    months.get("actualMonths"),
                    "实际缴费和视同缴费共 %d 个月，超过了此人从可以开始工作（%s，由本机构设置）到本月的 %d 个月"
                            .formatted(counted, Written.month(ages.workingSince(bornOn)), most));
        }
    }

    /** The pool that is asked, served here. */
    RegionCode pool(String code) {
        RegionCode pool = regions.requirePool("pool", code).code();
        if (!served.contains(pool)) {
            throw ProblemException.invalid(
                    "pool",
                    code,
                    regions.fullName(pool) + "不在本平台经办范围；可选统筹区："
                            + served.all().stream()
                                    .map(each -> each.code().value() + " " + each.name())
                                    .collect(Collectors.joining("、")));
        }
        return pool;
    }

    private static <T extends Enum<T>> T one(String field, String code, T[] values, Function<T, String> title) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        field,
                        code,
                        "应为："
                                + Arrays.stream(values)
                                        .map(value -> value.name() + "（" + title.apply(value) + "）")
                                        .collect(Collectors.joining("、"))));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static List<Violation> found(Violations violations) {
        List<Violation> found = new ArrayList<>();
        try {
            violations.throwIfAny();
        } catch (ProblemException wrong) {
            found.addAll(wrong.violations());
        }
        return List.copyOf(found);
    }

    /** An application as it was read, without the record. */
    private record Read(
            BackpayApplication application,
            IdentityNumber number,
            String name,
            RegionCode pool,
            RetirementKind kind,
            ApplicantKind applicant,
            String agent,
            String phone,
            Violations wrong) {}
}
