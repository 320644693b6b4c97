package org.yiban.backpay.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.backpay.options.BackpayOption;
import org.yiban.backpay.options.OptionKind;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.kernel.Written;
import org.yiban.workflow.CaseTasks;
import org.yiban.workflow.CaseTasks.CaseTask;

/** Opens plans, and what people decide about them. */
@Component
public class ContributionPlans {

    private static final String RETIREMENT_AGE_ON = "retirementAgeOn";
    private static final Set<PlanEnd> AFTER_THE_AGE = EnumSet.of(PlanEnd.PAY_REST, PlanEnd.RESIDENT);
    private static final List<PlanEnd> BY_APPLICANT = List.of(PlanEnd.PAY_REST, PlanEnd.RESIDENT, PlanEnd.WITHDRAWN);

    private final Access access;
    private final CaseTasks tasks;
    private final PlanRecords records;
    private final LookingAtPlans looking;
    private final PlanLetters letters;
    private final PlanProcess process;
    private final Cases cases;
    private final BusinessTime time;

    ContributionPlans(
            Access access,
            CaseTasks tasks,
            PlanRecords records,
            LookingAtPlans looking,
            PlanLetters letters,
            PlanProcess process,
            Cases cases,
            BusinessTime time) {
        this.access = access;
        this.tasks = tasks;
        this.records = records;
        this.looking = looking;
        this.letters = letters;
        this.process = process;
        this.cases = cases;
        this.time = time;
    }

    /**
     * Opens a plan that somebody chose, tells them of it, and begins to watch it. Joins the caller's transaction.
     *
     * @throws ProblemException INVALID_INPUT if the option is none of going on month by month, or no longer one; CONFLICT if
     *     a plan of the case runs already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(NewPlan chosen) {
        if (runs(chosen.number())) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "caseNumber", chosen.number().value(), "这个案件的继续缴费计划正在进行");
        }
        BackpayOption option = looking.chosen(chosen);
        if (option.kind() != OptionKind.CONTINUE_MONTHLY) {
            throw ProblemException.invalid("option", chosen.option(), "不是继续按月缴费的办法");
        }
        LocalDate today = time.today();
        ContributionPlan plan = new ContributionPlan(
                chosen.number(),
                chosen.pool(),
                chosen.personId(),
                chosen.facts(),
                looking.adjustments(chosen),
                looking.corrections(chosen),
                chosen.services(),
                chosen.decided(),
                chosen.option(),
                today,
                option.months(),
                YearMonth.from(today).plusMonths(1),
                looking.monthsOnRecord(chosen.personId(), chosen.pool()),
                PlanState.RUNNING,
                null,
                null,
                null);
        records.open(plan);
        letters.opened(plan, option);
        cases.note(chosen.number(), "planOpened", null, "继续按月缴费计划开始：还差 " + option.months() + " 个月", null);
        process.start(chosen.number(), chosen.pool());
    }

    /** The day on which the plan of a case ended; empty if there is none, or it runs. */
    public Optional<LocalDate> endedOn(CaseNumber number) {
        return records.find(number).map(ContributionPlan::endedOn);
    }

    /**
     * Ends a running plan because its person wants so.
     *
     * @param text what they said, {@code null} for nothing
     * @throws ProblemException NOT_FOUND, FORBIDDEN; INVALID_INPUT for another reason, or one that the age has to come first for; CONFLICT if it does not run
     */
    @Transactional
    public void giveUp(CaseNumber number, PlanEnd why, String text) {
        CurrentUser user = access.current();
        ContributionPlan found = records.find(number)
                .filter(plan -> user.casePools().contains(plan.pool()))
                .orElseThrow(() -> Cases.unknown(number));
        access.require(found.pool(), Role.INTAKE, Role.REVIEW);
        Violations violations = new Violations();
        if (why == null || !BY_APPLICANT.contains(why)) {
            violations.add(
                    "why", why == null ? null : why.name(), "必填：PAY_REST（余下一次缴清）、RESIDENT（改参加居民医保）或 WITHDRAWN（本人要求终止）");
        }
        LocalDate reached = LocalDate.parse(found.facts().get(RETIREMENT_AGE_ON));
        if (AFTER_THE_AGE.contains(why) && reached.isAfter(time.today())) {
            violations.add(
                    "why", why.name(), Written.day(reached) + "才达到退休年龄，从那一天起才能" + why.title() + "；现在可以继续缴费，或者终止计划");
        }
        String said = violations.collect(() -> FreeText.optional("text", text));
        violations.throwIfAny();
        cases.lock(number);
        if (records.require(number).state() != PlanState.RUNNING) {
            throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "继续缴费计划已经结束");
        }
        records.ending(number, why, said);
        cases.note(
                number, "planEndAsked", CasePart.REGISTER, why.title() + (said == null ? "" : "：" + said), user.id());
        if (!process.givenUp(number, found.pool())) {
            throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "继续缴费计划正在核对，请稍后再办");
        }
    }

    /** Ends the running plan of a case that is decided again; nothing if none runs. Joins the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decidedAgain(CaseNumber number) {
        end(number, PlanEnd.DECIDED_AGAIN, null);
    }

    /** Ends the running plan of somebody of whose death people were told, likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void died(CaseNumber number, LocalDate diedOn) {
        end(number, PlanEnd.DEATH, diedOn.toString());
    }

    private void end(CaseNumber number, PlanEnd why, String text) {
        running(number).ifPresent(plan -> {
            records.ending(number, why, text);
            if (!process.givenUp(number, plan.pool())) {
                throw ProblemException.of(ProblemKind.CONFLICT, "caseNumber", number.value(), "继续缴费计划正在核对，请稍后再办");
            }
        });
    }

    private Optional<ContributionPlan> running(CaseNumber number) {
        return records.find(number).filter(plan -> plan.state() == PlanState.RUNNING);
    }

    /** Whether the plan of a case runs. */
    public boolean runs(CaseNumber number) {
        return running(number).isPresent();
    }

    /** The cases whose plans run, by person. */
    public Map<Long, CaseNumber> running(Collection<Long> personIds) {
        return records.running(personIds);
    }

    /** The plan goes on: months that stay unpaid count anew, and the person may be reminded. */
    @Transactional
    public void goOn(String taskId, boolean remind, String reason) {
        Taken taken = take(taskId);
        String why = remind ? FreeText.optional("reason", reason) : FreeText.required("reason", reason);
        CaseNumber number = taken.plan().number();
        records.patientSince(number, YearMonth.from(time.today()));
        if (remind) {
            letters.reminded(taken.plan(), records.looks(number).get(0));
        }
        cases.note(
                number,
                remind ? "planReminded" : "planContinued",
                CasePart.ASSESS,
                (remind ? "催缴，计划继续" : "计划继续") + (why == null ? "" : "：" + why),
                taken.user().id());
        tasks.complete(taken.task(), PlanModel.STOPPED, false);
    }

    /** The plan ends because months stayed unpaid for too long. */
    @Transactional
    public void stop(String taskId, String reason) {
        Taken taken = take(taskId);
        String why = FreeText.required("reason", reason);
        CaseNumber number = taken.plan().number();
        records.ending(number, PlanEnd.BROKEN, why);
        cases.note(
                number,
                "planStopped",
                CasePart.ASSESS,
                "终止计划：" + why,
                taken.user().id());
        tasks.complete(taken.task(), PlanModel.STOPPED, true);
    }

    private Taken take(String taskId) {
        cases.lock(tasks.require(taskId, PlanModel.DECIDE_PLAN).caseNumber());
        CaseTask task = tasks.require(taskId, PlanModel.DECIDE_PLAN);
        ContributionPlan plan = records.require(task.caseNumber());
        return new Taken(task, plan, access.require(plan.pool(), Role.REVIEW));
    }

    private record Taken(CaseTask task, ContributionPlan plan, CurrentUser user) {}
}
