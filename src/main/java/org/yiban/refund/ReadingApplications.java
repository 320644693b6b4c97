package org.yiban.refund;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.kernel.Violations;
import org.yiban.ledger.BankAccount;
import org.yiban.ledger.Payee;
import org.yiban.person.IdentityNumber;
import org.yiban.refund.facts.RefundReason;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** Reads what stands in an application, without the record. */
@Component
class ReadingApplications {

    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");
    private static final int LONGEST_NAME = 50;
    private static final int CENTS = 2;

    private final Regions regions;
    private final ServedPools served;
    private final BusinessTime time;

    ReadingApplications(Regions regions, ServedPools served, BusinessTime time) {
        this.regions = regions;
        this.served = served;
        this.time = time;
    }

    /** Reads an application; whatever is wrong stands in the answer, all of it. */
    ReadApplication read(RefundApplication application) {
        Violations violations = new Violations();
        IdentityNumber number =
                violations.collect(() -> IdentityNumber.parse("identityNumber", application.identityNumber()));
        String name = violations.collect(() -> name("name", application.name()));
        RegionCode pool = violations.collect(() -> pool("pool", application.pool()));
        RefundReason reason = violations.collect(
                () -> one("reason", application.reason(), RefundReason.values(), RefundReason::title));
        String reference =
                violations.collect(() -> FreeText.required("paymentReference", application.paymentReference()));
        PayeeRole payeeIs =
                violations.collect(() -> one("payeeIs", application.payeeIs(), PayeeRole.values(), PayeeRole::title));
        Payee payee = payee(violations, application.payee(), payeeIs);
        checkDays(violations, application);
        checkClaimed(violations, application);
        String phone = violations.collect(() -> FreeText.optional("contactPhone", application.contactPhone()));
        if (phone != null && !PHONE.matcher(phone).matches()) {
            violations.add("contactPhone", phone, "应为 11 位手机号或带区号的固定电话");
        }
        return new ReadApplication(
                application, number, name, pool, reason, reference, payee, payeeIs, found(violations));
    }

    /**
     * Reads who is to be paid.
     *
     * @throws ProblemException naming every field that is wrong
     */
    Payee payee(ApplicationPayee stated, PayeeRole payeeIs) {
        Violations violations = new Violations();
        Payee payee = payee(violations, stated, payeeIs);
        violations.throwIfAny();
        return payee;
    }

    /** The pool that is asked, as far as it can be told before anything else is read. */
    RegionCode pool(String field, String code) {
        Region pool = regions.requirePool(field, code);
        if (!served.contains(pool.code())) {
            throw ProblemException.invalid(
                    field,
                    code,
                    regions.fullName(pool.code()) + "不在本平台经办范围；可选统筹区："
                            + served.all().stream()
                                    .map(each -> each.code().value() + " " + each.name())
                                    .collect(Collectors.joining("、")));
        }
        return pool.code();
    }

    private static Payee payee(Violations violations, ApplicationPayee stated, PayeeRole payeeIs) {
        ApplicationPayee given = stated == null ? new ApplicationPayee(null, null, null) : stated;
        String name = violations.collect(() -> name("payee.name", given.name()));
        BankAccount account = violations.collect(() -> payeeIs == PayeeRole.EMPLOYER
                ? BankAccount.parseOrganisation("payee.", given.accountNumber(), given.bankCode())
                : BankAccount.parse("payee.", given.accountNumber(), given.bankCode()));
        return name == null || account == null ? null : new Payee(name, account);
    }

    private void checkDays(Violations violations, RefundApplication application) {
        if (application.requestedOn() == null) {
            violations.add("requestedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (application.requestedOn().isAfter(time.today())) {
            violations.add("requestedOn", application.requestedOn().toString(), "不能晚于今天（" + time.today() + "）");
        }
        if (application.eventUntil() != null
                && application.eventOn() != null
                && application.eventUntil().isBefore(application.eventOn())) {
            violations.add(
                    "eventUntil", application.eventUntil().toString(), "不能早于事由发生日（" + application.eventOn() + "）");
        }
    }

    private static void checkClaimed(Violations violations, RefundApplication application) {
        if (application.claimedFrom() != null
                && application.claimedTo() != null
                && application.claimedTo().isBefore(application.claimedFrom())) {
            violations.add(
                    "claimedTo", application.claimedTo().toString(), "不能早于起始月（" + application.claimedFrom() + "）");
        }
        BigDecimal amount = application.claimedAmount();
        if (amount != null
                && (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > CENTS)) {
            violations.add("claimedAmount", amount.toPlainString(), "应大于 0，最多两位小数");
        }
    }

    private static String name(String field, String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.invalid(field, text, "必填");
        }
        if (text.length() > LONGEST_NAME) {
            throw ProblemException.invalid(field, text.substring(0, LONGEST_NAME) + "…", "不超过 " + LONGEST_NAME + " 个字");
        }
        return text.strip();
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

    private static List<Violation> found(Violations violations) {
        List<Violation> found = new ArrayList<>();
        try {
            violations.throwIfAny();
        } catch (ProblemException wrong) {
            found.addAll(wrong.violations());
        }
        return List.copyOf(found);
    }
}
