package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Scheme;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/** Reads applications for transfers: everything that is wrong with one is named at once. */
@Component
class ReadingTransferApplications {

    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_EMPLOYER = 100;

    private final Regions regions;
    private final TransferPools pools;
    private final BusinessTime time;

    ReadingTransferApplications(Regions regions, TransferPools pools, BusinessTime time) {
        this.regions = regions;
        this.pools = pools;
        this.time = time;
    }

    /** @throws ProblemException naming every field that is wrong */
    ReadApplication read(TransferApplication application) {
        Violations violations = new Violations();
        IdentityNumber number =
                violations.collect(() -> IdentityNumber.parse("identityNumber", application.identityNumber()));
        Region to = violations.collect(() -> end("toRegion", application.toRegion()));
        Region from = violations.collect(() -> end("fromRegion", application.fromRegion()));
        if (from != null && to != null) {
            violations.collect(() -> reach(from, to));
        }
        MemberIdentity identity =
                violations.collect(() -> one("identity", application.identity(), MemberIdentity.values()));
        Scheme fromScheme = application.fromScheme() == null
                ? Scheme.EMPLOYEE
                : violations.collect(() -> one("fromScheme", application.fromScheme(), Scheme.values()));
        String name = name(violations, "name", application.name(), LONGEST_NAME);
        String phone = violations.collect(() -> FreeText.optional("contactPhone", application.contactPhone()));
        if (phone != null && !PHONE.matcher(phone).matches()) {
            violations.add("contactPhone", phone, "应为 11 位手机号或带区号的固定电话");
        }
        checkAppliedOn(violations, application.appliedOn());
        ApplicantRole applicant = application.applicant() == null
                ? ApplicantRole.SELF
                : violations.collect(() -> one("applicant", application.applicant(), ApplicantRole.values()));
        IdentityNumber agent = null;
        if (applicant == ApplicantRole.AGENT) {
            name(violations, "agentName", application.agentName(), LONGEST_NAME);
            agent = violations.collect(
                    () -> IdentityNumber.parse("agentIdentityNumber", application.agentIdentityNumber()));
            if (!Boolean.TRUE.equals(application.authoritySeen())) {
                violations.add("authoritySeen", null, "代理人申请的，须先查验授权委托书");
            }
        } else {
            absent(violations, "agentName", application.agentName());
            absent(violations, "agentIdentityNumber", application.agentIdentityNumber());
        }
        if (applicant == ApplicantRole.EMPLOYER) {
            name(violations, "employerName", application.employerName(), LONGEST_EMPLOYER);
        } else {
            absent(violations, "employerName", application.employerName());
        }
        CaseNumber corrects = application.correctsCase() == null
                        || application.correctsCase().isBlank()
                ? null
                : violations.collect(() -> caseNumber(application.correctsCase().strip()));
        violations.throwIfAny();
        return new ReadApplication(
                number,
                name,
                from,
                to,
                identity,
                fromScheme,
                application.appliedOn(),
                phone,
                applicant,
                strip(application.agentName()),
                agent,
                strip(application.employerName()),
                corrects);
    }

    private static String strip(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void absent(Violations violations, String field, String value) {
        if (strip(value) != null) {
            violations.add(field, null, "申请人不是" + (field.startsWith("agent") ? "代理人" : "用人单位") + "，不用填写");
        }
    }

    private static String name(Violations violations, String field, String value, int longest) {
        String text = violations.collect(() -> FreeText.required(field, value));
        if (text != null && text.length() > longest) {
            violations.add(field, text, "不超过 " + longest + " 个字");
        }
        return text;
    }

    private static CaseNumber caseNumber(String text) {
        try {
            return new CaseNumber(text);
        } catch (ProblemException e) {
            throw ProblemException.invalid("correctsCase", text, "应为案号，如 ZR371500-2026-000001");
        }
    }

    private void checkAppliedOn(Violations violations, LocalDate day) {
        if (day == null) {
            violations.add("appliedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (day.isAfter(time.today())) {
            violations.add("appliedOn", day.toString(), "不能晚于今天（" + time.today() + "）");
        }
    }

    private Region end(String field, String code) {
        Region region = regions.require(field, code);
        regions.requirePool(field, code);
        return region;
    }

    /** One of the two ends is served here, and there is a way from it to the other. */
    private Region reach(Region from, Region to) {
        return pools.elsewhere(to.pool()) && !pools.elsewhere(from.pool())
                ? pools.reachable("toRegion", to.code().value(), from)
                : pools.reachable("fromRegion", from.code().value(), to);
    }

    private static <T extends Enum<T>> T one(String field, String text, T[] allowed) {
        return Arrays.stream(allowed)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        field,
                        text,
                        "应为 "
                                + Arrays.stream(allowed)
                                        .map(value -> value.name() + "（" + words(value) + "）")
                                        .collect(Collectors.joining("、"))));
    }

    private static String words(Enum<?> value) {
        if (value instanceof ApplicantRole role) {
            return role.title();
        }
        return switch (value.name()) {
            case "EMPLOYER" -> "单位职工";
            case "FLEXIBLE" -> "灵活就业";
            case "EMPLOYEE" -> "职工医保";
            default -> "城乡居民";
        };
    }
}
