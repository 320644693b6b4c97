package org.yiban.duplicate;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.duplicate.DuplicateTasks.Taken;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.Violations;
import org.yiban.region.ServedPools;
import org.yiban.workflow.CaseTasks;

/** What two pools have to answer each other: what came by letter, and what this one says to the other. */
@Component
public class AnsweringCounterparts {

    private final DuplicateTasks tasks;
    private final CaseTasks engine;
    private final DuplicateRecords records;
    private final DuplicateMessages messages;
    private final ServedPools served;
    private final Cases cases;
    private final BusinessTime time;

    AnsweringCounterparts(
            DuplicateTasks tasks,
            CaseTasks engine,
            DuplicateRecords records,
            DuplicateMessages messages,
            ServedPools served,
            Cases cases,
            BusinessTime time) {
        this.tasks = tasks;
        this.engine = engine;
        this.records = records;
        this.messages = messages;
        this.served = served;
        this.cases = cases;
        this.time = time;
    }

    /**
     * Writes down what the other agency answered by letter; a message of it that comes later changes nothing. Where it was
     * asked by message too, a refusal withdraws that, so that it does not do after all what nobody waits for.
     */
    @Transactional
    public void recordAnswer(String taskId, boolean agreed, LocalDate answeredOn, String text) {
        Taken taken = tasks.take(taskId, DuplicateModel.RECORD_ANSWER, Role.REVIEW);
        Violations violations = new Violations();
        String said = violations.collect(() -> FreeText.required("text", text));
        LocalDate asked = taken.found().foundOn();
        if (answeredOn == null || answeredOn.isAfter(time.today()) || answeredOn.isBefore(asked)) {
            violations.add(
                    "answeredOn",
                    answeredOn == null ? null : answeredOn.toString(),
                    "应在发现日期（" + asked + "）至今天（" + time.today() + "）之间");
        }
        violations.throwIfAny();
        records.save(taken.found().with(new CounterpartAnswer(agreed, answeredOn, said)));
        cases.note(
                taken.found().caseNumber(),
                agreed ? "counterpartAgreed" : "counterpartRefused",
                CasePart.ASSESS,
                (agreed ? "对方来函，已处理：" : "对方来函，不同意处理：") + said,
                taken.user().id());
        if (!agreed && served.contains(taken.found().ending().pool())) {
            messages.withdraw(taken.found(), "对方来函不同意处理：" + said);
        }
        engine.complete(taken.task(), DuplicateModel.COUNTERPART_REFUSED, !agreed);
    }

    /** Answers what another pool asks for: it goes to an approver here, or is declined with a reason. */
    @Transactional
    public void answer(String taskId, boolean agreed, String reason) {
        Taken taken = tasks.take(taskId, DuplicateModel.ANSWER_COUNTERPART, Role.REVIEW);
        String why = FreeText.required("reason", reason);
        records.save(taken.found().stopped(agreed ? null : why));
        cases.note(
                taken.found().caseNumber(),
                agreed ? "endingAgreed" : "endingRefused",
                CasePart.ASSESS,
                (agreed ? "同意对方的请求：" : "不同意对方的请求：") + why,
                taken.user().id());
        engine.complete(
                taken.task(),
                Map.of(DuplicateModel.ENDING_REFUSED.name(), !agreed, DuplicateModel.ENDS_HERE.name(), true));
    }
}
