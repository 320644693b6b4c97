package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.DuplicateRelationsFound;
import org.yiban.casework.Registration;
import org.yiban.casework.Submissions;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Opens cases of relations that stand twice: found by staff, by a list, by another case, or asked for by another pool. */
@Component
public class RegisteringDuplicates {

    private static final String SYSTEM = "system";

    private final Access access;
    private final Regions regions;
    private final CheckingDuplicates checking;
    private final FindingRelations finding;
    private final Submissions submissions;
    private final Cases cases;
    private final DuplicateRecords records;
    private final DuplicateClocks clocks;
    private final DuplicateProcess process;

    RegisteringDuplicates(
            Access access,
            Regions regions,
            CheckingDuplicates checking,
            FindingRelations finding,
            Submissions submissions,
            Cases cases,
            DuplicateRecords records,
            DuplicateClocks clocks,
            DuplicateProcess process) {
        this.access = access;
        this.regions = regions;
        this.checking = checking;
        this.finding = finding;
        this.submissions = submissions;
        this.cases = cases;
        this.records = records;
        this.clocks = clocks;
        this.process = process;
    }

    /**
     * Registers what staff found and starts its process, in one transaction.
     *
     * @param key one for each registration; the same one sent again with it comes back as the same case
     * @throws ProblemException naming every field that is wrong; nothing is created then
     */
    @Transactional
    public Registration register(DuplicateApplication application, String key) {
        RegionCode pool = checking.pool(application.pool());
        CurrentUser user = access.current();
        if (!user.has(Role.INTAKE, pool) && !user.has(Role.REVIEW, pool)) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "pool",
                    pool.value(),
                    "您不是" + regions.fullName(pool) + "的登记员或审核员，不能登记那里的重复参保");
        }
        return register(application, user.id(), key, null);
    }

    /**
     * Registers a row of a file whose rights were checked before, likewise.
     *
     * @param file the file, for people to find it
     */
    @Transactional
    public Registration registerReleased(DuplicateApplication application, String by, String key, String file) {
        return register(application, by, key, file);
    }

    private Registration register(DuplicateApplication application, String by, String key, String file) {
        String content = content(application);
        Optional<CaseNumber> earlier = submissions.earlier(by, key, content);
        if (earlier.isPresent()) {
            return new Registration(cases.require(earlier.get()), false);
        }
        CheckedDuplicate checked = checking.checkLocked(application);
        checked.require();
        CaseFile opened = open(
                checked.pool(),
                checked.person().id(),
                checked.foundOn(),
                file == null ? null : "批量文件 " + file,
                new FindingRelations.Pair(checked.first(), checked.second()),
                by);
        submissions.remember(by, key, content, opened.number());
        return new Registration(opened, true);
    }

    /** Opens a case for each pair that another case came across and that no open case clears up yet. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DuplicateRelationsFound found) {
        records.lock(found.personId());
        List<DuplicateCase> known = records.openOf(List.of(found.personId())).getOrDefault(found.personId(), List.of());
        for (FindingRelations.Pair pair : finding.onRecord(found.personId(), found.pool(), found.foundOn())) {
            if (known.stream().noneMatch(each -> each.clearsUp(pair.first(), pair.second()))) {
                CaseFile opened = open(
                        found.pool(),
                        found.personId(),
                        found.foundOn(),
                        found.foundIn().value(),
                        pair,
                        SYSTEM);
                cases.note(found.foundIn(), "duplicateFound", null, "发现重复参保，另案清理：" + opened.number(), null);
            }
        }
    }

    private CaseFile open(
            RegionCode pool, long personId, LocalDate foundOn, String foundIn, FindingRelations.Pair pair, String by) {
        CaseFile opened = cases.open(CaseKind.DUPLICATE, pool, personId, by);
        records.add(new DuplicateCase(
                opened.number(),
                pool,
                personId,
                foundOn,
                foundIn,
                pair.first(),
                pair.second(),
                UUID.randomUUID(),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                false));
        boolean bySystem = by.equals(SYSTEM);
        cases.note(
                opened.number(),
                "registered",
                bySystem ? null : CasePart.REGISTER,
                "登记重复参保" + (foundIn == null ? "" : "（" + foundIn + "）"),
                bySystem ? null : by);
        clocks.start(opened);
        process.start(opened.number(), pool);
        return opened;
    }

    /**
     * Opens the case of a pool that another one asks to end or suspend its relation; to ask again opens no second one.
     *
     * @param conversation the common matter
     * @param first the relation here
     * @param second the one that stays in the other pool
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void openCounterpart(
            UUID conversation,
            RegionCode pool,
            long personId,
            LocalDate foundOn,
            Relation first,
            Relation second,
            Settlement settlement) {
        if (records.find(conversation, pool).isPresent()) {
            return;
        }
        CaseFile opened = cases.open(CaseKind.DUPLICATE, pool, personId, SYSTEM);
        records.add(new DuplicateCase(
                opened.number(),
                pool,
                personId,
                foundOn,
                null,
                first,
                second,
                conversation,
                true,
                null,
                null,
                null,
                settlement,
                null,
                null,
                false));
        cases.note(
                opened.number(),
                "endingAsked",
                null,
                regions.fullName(second.pool()) + "决定保留在该地的参保关系，请本地"
                        + settlement.ending().title() + "本地的关系：" + settlement.reason(),
                null);
        clocks.start(opened);
        process.startCounterpart(opened.number(), pool);
    }

    private static String content(DuplicateApplication application) {
        return String.join(
                "|",
                String.valueOf(application.identityNumber()),
                String.valueOf(application.name()),
                String.valueOf(application.pool()),
                String.valueOf(application.foundOn()),
                String.valueOf(application.scheme()),
                String.valueOf(application.otherPool()),
                String.valueOf(application.otherScheme()),
                String.valueOf(application.otherFrom()));
    }
}
