package org.yiban.backpay;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.backpay.plan.ContributionPlans;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CasePart;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.person.People;
import org.yiban.person.PeopleImported;
import org.yiban.person.Person;

/** People who die before their benefits begin: the case ends, and its plan of monthly contributions, and whether what was paid is refunded is looked at. */
@Component
public class SettlingBackpayDeaths {

    private static final Role[] REPORTING = {Role.INTAKE, Role.REVIEW, Role.APPROVE, Role.SUPERVISE};

    private final BackpayRecords records;
    private final RetiringPeople retiring;
    private final CollectingBackpays collecting;
    private final EndingBackpays ending;
    private final ContributionPlans plans;
    private final Objections objections;
    private final BackpayProcess process;
    private final People people;
    private final Cases cases;
    private final Access access;
    private final BusinessTime time;

    SettlingBackpayDeaths(
            BackpayRecords records,
            RetiringPeople retiring,
            CollectingBackpays collecting,
            EndingBackpays ending,
            ContributionPlans plans,
            Objections objections,
            BackpayProcess process,
            People people,
            Cases cases,
            Access access,
            BusinessTime time) {
        this.records = records;
        this.retiring = retiring;
        this.collecting = collecting;
        this.ending = ending;
        this.plans = plans;
        this.objections = objections;
        this.process = process;
        this.people = people;
        this.cases = cases;
        this.access = access;
        this.time = time;
    }

    /**
     * Staff learnt that the person has died before benefits began.
     *
     * @param diedOn not before birth, not in the future; as on record, if the record has it
     * @throws ProblemException CONFLICT if the case ended without benefits, or they had begun by then
     */
    @Transactional
    public void report(CaseNumber number, LocalDate diedOn, String source) {
        CurrentUser user = access.current();
        CaseFile file = cases.requireIn(user.casePools(), number);
        access.require(file.pool(), REPORTING);
        cases.lock(number);
        Backpay backpay = records.find(number).orElseThrow(() -> Cases.unknown(number));
        Violations violations = new Violations();
        String from = violations.collect(() -> FreeText.required("source", source));
        check(violations, diedOn, people.require(backpay.personId()));
        violations.throwIfAny();
        if (!concerned(backpay, diedOn)) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "caseNumber", number.value(), "案件已经办结，或死亡时退休待遇已经开始；待遇开始以后死亡的，按退费规定另行登记退费");
        }
        cases.note(
                number, "deathReported", CasePart.ASSESS, "登记参保人于" + Written.day(diedOn) + "死亡，来源：" + from, user.id());
        end(backpay, diedOn);
    }

    private void check(Violations violations, LocalDate diedOn, Person person) {
        if (diedOn == null) {
            violations.add("diedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (diedOn.isAfter(time.today()) || diedOn.isBefore(person.bornOn())) {
            violations.add("diedOn", diedOn.toString(), "应在出生日期至今天（" + Written.day(time.today()) + "）之间");
        } else if (person.diedOn() != null && !person.diedOn().equals(diedOn)) {
            violations.add("diedOn", diedOn.toString(), "与登记的死亡日期（" + Written.day(person.diedOn()) + "）不符");
        }
    }

    private boolean concerned(Backpay backpay, LocalDate diedOn) {
        return backpay.diedOn() == null
                && (backpay.open()
                        || plans.runs(backpay.caseNumber())
                        || backpay.received().signum() > 0
                                && backpay.benefitsFrom() != null
                                && backpay.benefitsFrom().isAfter(diedOn));
    }

    /** The record may now say of somebody that they have died. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PeopleImported imported) {
        Map<Long, LocalDate> deaths = people.deaths(records.payers());
        records.beforeBenefits(deaths).forEach(backpay -> {
            LocalDate diedOn = deaths.get(backpay.personId());
            if (concerned(backpay, diedOn)) {
                cases.lock(backpay.caseNumber());
                cases.note(backpay.caseNumber(), "deathOnRecord", null, "登记显示参保人已于 " + diedOn + " 死亡", null);
                end(backpay, diedOn);
            }
        });
    }

    private void end(Backpay backpay, LocalDate diedOn) {
        records.died(backpay.caseNumber(), diedOn);
        plans.died(backpay.caseNumber(), diedOn);
        if (!backpay.open()) {
            if (backpay.received().signum() > 0) {
                process.askForRefund(backpay.caseNumber(), backpay.pool());
            }
        } else if (!process.tellDeath(backpay.caseNumber(), backpay.pool())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "caseNumber", backpay.caseNumber().value(), "案件正在办结，不能终止");
        }
    }

    /** The end of an open case; joins the transaction of its process. What was paid is put on record, to be refunded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(CaseNumber number) {
        Backpay backpay = records.require(number);
        collecting.giveUpWaiting(backpay);
        if (backpay.retired()) {
            if (backpay.benefitsFrom().isAfter(backpay.diedOn())
                    && backpay.received().signum() > 0) {
                process.askForRefund(number, backpay.pool());
            }
            ending.closeAsBefore(backpay, "参保人已于 " + backpay.diedOn() + " 死亡，终止重新办理");
            return;
        }
        if (backpay.received().signum() > 0) {
            retiring.putOnRecord(backpay, retiring.benefitsFrom(backpay));
            process.askForRefund(number, backpay.pool());
        }
        String why = "参保人已于 " + backpay.diedOn() + " 死亡，终止办理";
        objections.decide(number, false, why, null);
        ending.close(number, CaseState.NOT_NEEDED, why);
    }

    /** Whether a person may {@link #report} a death. */
    boolean mayReport(CurrentUser user, CaseFile file, Backpay backpay) {
        return concerned(backpay, LocalDate.MIN)
                && Arrays.stream(REPORTING).anyMatch(role -> user.has(role, file.pool()));
    }
}
