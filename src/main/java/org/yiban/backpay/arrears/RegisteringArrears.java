package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.Registration;
import org.yiban.casework.Submissions;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.region.RegionCode;

/** Registers months that employers failed to pay (单位欠费补缴登记). */
@Component
public class RegisteringArrears {

    private final Access access;
    private final CheckingArrears checking;
    private final Submissions submissions;
    private final Cases cases;
    private final ArrearsRecords records;
    private final ArrearsClocks clocks;
    private final ArrearsProcess process;

    RegisteringArrears(
            Access access,
            CheckingArrears checking,
            Submissions submissions,
            Cases cases,
            ArrearsRecords records,
            ArrearsClocks clocks,
            ArrearsProcess process) {
        this.access = access;
        this.checking = checking;
        this.submissions = submissions;
        this.cases = cases;
        this.records = records;
        this.clocks = clocks;
        this.process = process;
    }

    /**
     * Registers arrears and starts their process, in one transaction.
     *
     * @param key one for each registration; the same one sent again with it comes back as the same case
     * @throws ProblemException naming every field that is wrong; nothing is created then
     */
    @Transactional
    public Registration register(ArrearsApplication application, String key) {
        RegionCode pool = checking.pool(application.pool());
        CurrentUser user = access.require(pool, Role.INTAKE, Role.REVIEW);
        String content = content(application);
        Optional<CaseNumber> earlier = submissions.earlier(user.id(), key, content);
        if (earlier.isPresent()) {
            return new Registration(cases.require(earlier.get()), false);
        }
        CheckedArrears checked = checking.check(application);
        CaseFile opened =
                cases.open(CaseKind.ARREARS, pool, checked.runs().get(0).personId(), user.id());
        records.add(new ArrearsCase(
                opened.number(),
                pool,
                checked.unitName(),
                checked.unitCode(),
                checked.ground(),
                checked.accountType(),
                checked.payOn(),
                checked.contactPhone(),
                checked.runs(),
                null,
                null,
                0,
                false,
                BigDecimal.ZERO,
                null,
                null,
                null));
        cases.note(opened.number(), "registered", CasePart.REGISTER, "登记单位欠费：" + checked.unitName(), user.id());
        submissions.remember(user.id(), key, content, opened.number());
        clocks.start(opened);
        process.start(opened.number(), pool);
        return new Registration(opened, true);
    }

    private static String content(ArrearsApplication application) {
        Stream<String> rows = application.people() == null
                ? Stream.of()
                : application.people().stream()
                        .map(row -> row.identityNumber() + "," + row.name() + "," + row.from() + "," + row.to() + ","
                                + row.wage());
        return Stream.concat(
                        Stream.of(
                                application.unitName(),
                                application.unitCode(),
                                application.pool(),
                                application.ground(),
                                application.accountType(),
                                String.valueOf(application.payOn()),
                                application.contactPhone()),
                        rows)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }
}
