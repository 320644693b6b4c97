package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProvisionReference;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.person.Suspension;
import org.yiban.person.SuspensionKind;
import org.yiban.person.Suspensions;
import org.yiban.policy.explain.CitingProvisions;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** Does what was decided, and takes it back. Each step joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CarryingOut {

    private final DuplicateRecords records;
    private final DuplicateLetters letters;
    private final DuplicateMessages messages;
    private final RelationWords words;
    private final CitingProvisions citing;
    private final People people;
    private final Suspensions suspensions;
    private final Objections objections;
    private final Cases cases;
    private final Regions regions;
    private final ServedPools served;
    private final BusinessTime time;

    CarryingOut(
            DuplicateRecords records,
            DuplicateLetters letters,
            DuplicateMessages messages,
            RelationWords words,
            CitingProvisions citing,
            People people,
            Suspensions suspensions,
            Objections objections,
            Cases cases,
            Regions regions,
            ServedPools served,
            BusinessTime time) {
        this.records = records;
        this.letters = letters;
        this.messages = messages;
        this.words = words;
        this.citing = citing;
        this.people = people;
        this.suspensions = suspensions;
        this.objections = objections;
        this.cases = cases;
        this.regions = regions;
        this.served = served;
        this.time = time;
    }

    /** Stops the payment of benefits of the relation here, from the day the duplicate was found, and tells the person. */
    public void suspendBenefits(CaseNumber number) {
        DuplicateCase found = records.require(number);
        if (openSuspension(found).isPresent()) {
            return;
        }
        suspensions.suspend(
                found.first().enrolmentId(),
                SuspensionKind.BENEFITS,
                number.value(),
                found.foundOn(),
                "重复参保，确定保留哪一个之前（" + number + "）");
        cases.note(
                number,
                "benefitsSuspended",
                null,
                "自 " + found.foundOn() + " 起暂停支付待遇；依据："
                        + citing.inShort(
                                ProvisionReference.parseList(found.ruling().basis())),
                null);
        letters.benefitsSuspended(found);
    }

    /** Asks the other pool to end or suspend its relation: by message where it is served here, by letter in any case. */
    public void askCounterpart(CaseNumber number) {
        DuplicateCase found = records.require(number).asked(UUID.randomUUID());
        records.save(found);
        letters.endingAsked(found);
        boolean here = served.contains(found.ending().pool());
        if (here) {
            messages.ask(found);
        }
        cases.note(
                number,
                "counterpartAsked",
                null,
                "请" + regions.fullName(found.ending().pool())
                        + found.settlement().ending().title() + "其参保关系" + (here ? "" : "：打印协查函寄出，收到答复后登记"),
                null);
    }

    /** Ends or suspends the relation of this pool that does not stay; one that has ended meanwhile is left as it is. */
    public void applyEnding(CaseNumber number) {
        DuplicateCase found = records.require(number);
        Settlement settlement = found.settlement();
        Relation ending = found.ending();
        String reason = "清理重复参保（" + number + "）";
        Optional<Enrolment> open = people.openEnrolment(found.personId(), ending.pool(), ending.scheme())
                .filter(enrolment -> enrolment.id() == ending.enrolmentId());
        if (open.isEmpty()) {
            cases.note(number, "alreadyEnded", null, words.of(ending) + "已经终止，不再处理", null);
            return;
        }
        if (settlement.ending() == Ending.TERMINATE) {
            people.endEnrolment(ending.enrolmentId(), settlement.on(), reason);
            cases.note(number, "relationEnded", null, "终止" + words.of(ending) + "，最后一日 " + settlement.on(), null);
        } else {
            suspensions.suspend(ending.enrolmentId(), SuspensionKind.RELATION, number.value(), settlement.on(), reason);
            cases.note(number, "relationSuspended", null, "自 " + settlement.on() + " 起暂停" + words.of(ending), null);
        }
        records.save(found.applied(found.first(), found.second(), true));
    }

    /** Ends the suspension of benefits: what was not paid meanwhile is paid if the relation here stays (TL2022 四(六)). */
    public void restoreBenefits(CaseNumber number) {
        restore(records.require(number));
    }

    /**
     * Ends the suspension of benefits, if there is one.
     *
     * @return what it means for the person, in Chinese; empty if there was none
     */
    String restore(DuplicateCase found) {
        Optional<Suspension> open = openSuspension(found);
        if (open.isEmpty()) {
            return "";
        }
        suspensions.resume(
                found.first().enrolmentId(),
                SuspensionKind.BENEFITS,
                found.caseNumber().value(),
                time.today(),
                "已确定（" + found.caseNumber() + "）");
        String said = benefits(found, open.get().from());
        cases.note(found.caseNumber(), "benefitsRestored", null, said, null);
        return said;
    }

    /** What became of benefits that were suspended for a case, for its letter; empty if none were. */
    String benefits(DuplicateCase found) {
        return ofBenefits(found)
                .reduce((earlier, later) -> later)
                .map(last -> benefits(found, last.from()))
                .orElse("");
    }

    private String benefits(DuplicateCase found, LocalDate from) {
        boolean stays = found.settlement() == null || found.settlement().kept() == Which.FIRST;
        if (!stays) {
            return "自 " + from + " 起暂停支付的待遇不再由本地支付。";
        }
        return suspensions.of(found.personId()).stream()
                .filter(other -> ofBenefitsHere(found, other) && other.open() && !isFor(found, other))
                .findFirst()
                .map(other -> "本案的暂停支付已经解除；因案件 " + other.reference() + " 待遇仍暂停支付，解除后补付。")
                .orElse("自 " + from + " 起暂停支付的待遇恢复支付，暂停期间的待遇补付。");
    }

    private Optional<Suspension> openSuspension(DuplicateCase found) {
        return ofBenefits(found).filter(Suspension::open).findFirst();
    }

    /** The suspensions of the benefits here for this case, oldest first. */
    private Stream<Suspension> ofBenefits(DuplicateCase found) {
        return suspensions.of(found.personId()).stream()
                .filter(suspension -> ofBenefitsHere(found, suspension) && isFor(found, suspension));
    }

    private static boolean ofBenefitsHere(DuplicateCase found, Suspension suspension) {
        return suspension.enrolmentId() == found.first().enrolmentId() && suspension.kind() == SuspensionKind.BENEFITS;
    }

    private static boolean isFor(DuplicateCase found, Suspension suspension) {
        return suspension.reference().equals(found.caseNumber().value());
    }

    /**
     * Takes back what was done, before it is decided again: here at once; another pool is asked to, by letter and, where there
     * is a way, by message.
     */
    public void undoEnding(CaseNumber number) {
        DuplicateCase found = records.require(number);
        DuplicateCase open = found;
        if (found.applied()) {
            open = undo(found);
        } else if (found.answer() != null && found.answer().agreed()) {
            letters.endingWithdrawn(found);
            boolean told = messages.withdraw(
                    found, objections.newest(number).orElseThrow().reason());
            cases.note(number, "endingWithdrawn", null, "请对方恢复其参保关系：" + (told ? "已发消息，并可打印撤销函" : "打印撤销函寄出"), null);
        }
        records.save(open.with((Settlement) null));
    }

    /** Lets the relation that this case ended or suspended here go on; the case as it is then. */
    DuplicateCase undo(DuplicateCase found) {
        Relation again = undo(found.ending(), found);
        boolean first = found.settlement().kept() == Which.SECOND;
        cases.note(found.caseNumber(), "endingUndone", null, "恢复" + words.of(again), null);
        return found.applied(first ? again : found.first(), first ? found.second() : again, false);
    }

    private Relation undo(Relation ended, DuplicateCase found) {
        if (found.settlement().ending() == Ending.SUSPEND) {
            suspensions.resume(
                    ended.enrolmentId(),
                    SuspensionKind.RELATION,
                    found.caseNumber().value(),
                    time.today(),
                    "处理撤销（" + found.caseNumber() + "）");
            return ended;
        }
        return people.openEnrolment(found.personId(), ended.pool(), ended.scheme())
                .or(() -> Optional.of(people.takeBackEnding(ended.enrolmentId(), "处理撤销（" + found.caseNumber() + "）")))
                .map(Relation::of)
                .orElseThrow();
    }
}
