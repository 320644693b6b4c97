package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.Submissions;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.region.Region;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** Registers applications to move a relation to a pool served here (转入申请). */
@Component
public class RegisteringTransfers {

    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");
    private static final int LONGEST_NAME = 50;

    private final Access access;
    private final Regions regions;
    private final ServedPools served;
    private final TransferPools pools;
    private final People people;
    private final Submissions submissions;
    private final Cases cases;
    private final TransferRecords records;
    private final TransferProcess process;
    private final BusinessTime time;

    RegisteringTransfers(
            Access access,
            Regions regions,
            ServedPools served,
            TransferPools pools,
            People people,
            Submissions submissions,
            Cases cases,
            TransferRecords records,
            TransferProcess process,
            BusinessTime time) {
        this.access = access;
        this.regions = regions;
        this.served = served;
        this.pools = pools;
        this.people = people;
        this.submissions = submissions;
        this.cases = cases;
        this.records = records;
        this.process = process;
        this.time = time;
    }

    /**
     * Registers an application and starts its process, in one transaction.
     *
     * @param key one for each application; the same application sent again with it comes back as the same case
     * @throws ProblemException naming every field that is wrong; nothing is created then
     */
    @Transactional
    public Registration register(TransferApplication application, String key) {
        Checked checked = check(application);
        CurrentUser user = registrar(checked.to());
        Person person = onRecord(application, checked);
        if (checked.appliedOn().isBefore(person.bornOn())) {
            throw ProblemException.invalid("appliedOn", checked.appliedOn().toString(), "不能早于出生日期");
        }

        String content = checked.content(person.id(), application.contactPhone());
        Optional<CaseNumber> earlier = submissions.earlier(user.id(), key, content);
        if (earlier.isPresent()) {
            return new Registration(cases.require(earlier.get()), false);
        }
        records.lockOpen(person.id(), Side.IN).ifPresent(open -> {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "identityNumber",
                    checked.number().masked(),
                    "此人已有一件办理中的转移" + (user.casePools().contains(open.toPool()) ? "（" + open.caseNumber() + "）" : "")
                            + "，办结或撤回后才能再申请");
        });

        CaseFile opened = cases.open(CaseKind.TRANSFER_IN, checked.to().pool(), person.id(), user.id());
        records.add(new Transfer(
                opened.number(),
                Side.IN,
                UUID.randomUUID(),
                person.id(),
                checked.identity(),
                checked.from().code(),
                checked.from().pool(),
                checked.to().code(),
                checked.to().pool(),
                checked.appliedOn(),
                null,
                null,
                null,
                FreeText.optional("contactPhone", application.contactPhone())));
        cases.note(opened.number(), "registered", CasePart.REGISTER, "登记转移接续申请", user.id());
        submissions.remember(user.id(), key, content, opened.number());
        process.startTransferIn(opened.number(), opened.pool());
        return new Registration(cases.require(opened.number()), true);
    }

    private CurrentUser registrar(Region to) {
        CurrentUser user = access.current();
        if (!user.has(Role.INTAKE, to.pool())) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "toRegion",
                    to.code().value(),
                    "您不是" + regions.fullName(to.pool()) + "的登记员，不能登记转入该地的申请");
        }
        return user;
    }

    private Checked check(TransferApplication application) {
        Violations violations = new Violations();
        IdentityNumber number =
                violations.collect(() -> IdentityNumber.parse("identityNumber", application.identityNumber()));
        Region to = violations.collect(() -> servedPool("toRegion", application.toRegion()));
        Region from = violations.collect(() -> pools.reachable("fromRegion", application.fromRegion(), to));
        MemberIdentity identity = violations.collect(() -> identity(application.identity()));
        if (application.name() == null || application.name().isBlank()) {
            violations.add("name", application.name(), "必填");
        } else if (application.name().length() > LONGEST_NAME) {
            violations.add("name", application.name(), "不超过 " + LONGEST_NAME + " 个字");
        }
        String phone = violations.collect(() -> FreeText.optional("contactPhone", application.contactPhone()));
        if (phone != null && !PHONE.matcher(phone).matches()) {
            violations.add("contactPhone", phone, "应为 11 位手机号或带区号的固定电话");
        }
        checkAppliedOn(violations, application.appliedOn());
        violations.throwIfAny();
        return new Checked(number, from, to, identity, application.appliedOn());
    }

    private void checkAppliedOn(Violations violations, LocalDate day) {
        if (day == null) {
            violations.add("appliedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (day.isAfter(time.today())) {
            violations.add("appliedOn", day.toString(), "不能晚于今天（" + time.today() + "）");
        }
    }

    private Region servedPool(String field, String code) {
        Region region = regions.require(field, code);
        Region pool = regions.requirePool(field, code);
        if (!served.contains(pool.code())) {
            throw ProblemException.invalid(
                    field,
                    code,
                    regions.fullName(region.code()) + "不在本平台经办范围；可选统筹区："
                            + String.join(
                                    "、",
                                    served.all().stream()
                                            .map(p -> p.code().value() + " " + p.name())
                                            .toList()));
        }
        return region;
    }

    private static MemberIdentity identity(String text) {
        if (MemberIdentity.EMPLOYER.name().equals(text)
                || MemberIdentity.FLEXIBLE.name().equals(text)) {
            return MemberIdentity.valueOf(text);
        }
        throw ProblemException.invalid("identity", text, "应为 EMPLOYER（单位职工）或 FLEXIBLE（灵活就业）");
    }

    private Person onRecord(TransferApplication application, Checked checked) {
        if (pools.elsewhere(checked.from().pool())) {
            return people.putOnRecord(checked.number(), application.name().strip());
        }
        return people.find(checked.number())
                .filter(person -> person.name().equals(application.name().strip()))
                .orElseThrow(() -> ProblemException.invalid(
                        "identityNumber", checked.number().masked(), "没有查到此人的参保登记，或姓名与登记不符；请核对证件号码和姓名"));
    }

    /**
     * What came of a registration.
     *
     * @param created {@code false} if the same application had been registered before
     */
    public record Registration(CaseFile caseFile, boolean created) {}

    private record Checked(
            IdentityNumber number, Region from, Region to, MemberIdentity identity, LocalDate appliedOn) {

        String content(long personId, String contactPhone) {
            return String.join(
                    "|",
                    Long.toString(personId),
                    identity.name(),
                    from.code().value(),
                    to.code().value(),
                    appliedOn.toString(),
                    String.valueOf(FreeText.optional("contactPhone", contactPhone)));
        }
    }
}
