package org.yiban.transfer;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler.Handling;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.policy.DecisionRecords;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.sla.ClockEntry;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;

/**
 * Takes a request of a transfer-in side, served here or elsewhere: opens the case of the transfer-out side, or says why
 * there is none. Whoever asks for somebody unknown learns no more than that.
 */
@Component
class OpeningTransfersOut {

    private final TransferRecords records;
    private final TransferMessages messages;
    private final TransferProcess process;
    private final Cases cases;
    private final Clocks clocks;
    private final DecisionRecords decisions;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    OpeningTransfersOut(
            TransferRecords records,
            TransferMessages messages,
            TransferProcess process,
            Cases cases,
            Clocks clocks,
            DecisionRecords decisions,
            People people,
            Regions regions,
            BusinessTime time) {
        this.records = records;
        this.messages = messages;
        this.process = process;
        this.cases = cases;
        this.clocks = clocks;
        this.decisions = decisions;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /** @throws ProblemException INVALID_INPUT if the request can never be acted on */
    Handling open(Message message) {
        Optional<Transfer> known = records.find(message.conversationId(), Side.OUT);
        if (known.isPresent()) {
            TransferHandlers.requireParties(message, known.get());
            return Handling.HANDLED;
        }
        TransferMessages.Requested request = messages.read(message, TransferMessages.Requested.class);
        check(message, request);
        RegionCode pool = message.to().toPool();
        Optional<Person> person = onRecord(request.person(), pool);
        if (person.isEmpty()) {
            messages.refuse(message, regions.fullName(pool) + "没有此人的医疗保险登记，或姓名与登记不符；请核对证件号码、姓名和转出地");
            return Handling.HANDLED;
        }
        Optional<Transfer> open = records.lockOpen(person.get().id(), Side.OUT);
        if (open.isPresent()) {
            if (open.get().toPool().equals(message.from().toPool())) {
                return Handling.TOO_EARLY;
            }
            messages.refuse(message, "此人正在由转出地办理转往其他统筹区的手续，办结或撤回后才能再申请");
            return Handling.HANDLED;
        }
        start(message, request, person.get());
        return Handling.HANDLED;
    }

    private void check(Message message, TransferMessages.Requested request) {
        Violations wrong = new Violations();
        RegionCode from = wrong.collect(
                () -> regions.requirePool("fromRegion", request.fromRegion()).code());
        RegionCode to = wrong.collect(
                () -> regions.requirePool("toRegion", request.toRegion()).code());
        if (from != null && !from.equals(message.to().toPool())) {
            wrong.add("fromRegion", request.fromRegion(), "不属于收件的统筹区 " + message.to());
        }
        if (to != null && !to.equals(message.from().toPool())) {
            wrong.add("toRegion", request.toRegion(), "不属于发件的统筹区 " + message.from());
        }
        LocalDate today = time.today();
        if (request.acceptedOn().isAfter(today)) {
            wrong.add("acceptedOn", request.acceptedOn().toString(), "不能晚于今天（" + today + "）");
        }
        if (request.acceptedOn().isBefore(request.appliedOn())) {
            wrong.add("acceptedOn", request.acceptedOn().toString(), "不能早于申请日期（" + request.appliedOn() + "）");
        }
        wrong.throwIfAny();
    }

    private Optional<Person> onRecord(NamedPerson named, RegionCode pool) {
        return people.find(named.number())
                .filter(person -> person.name().equals(named.name().strip()))
                .filter(person -> people.enrolments(person.id()).stream()
                                .anyMatch(enrolment -> enrolment.pool().equals(pool))
                        || !people.months(person.id(), pool).isEmpty());
    }

    private void start(Message message, TransferMessages.Requested request, Person person) {
        RegionCode other = message.from().toPool();
        CaseFile opened = cases.open(CaseKind.TRANSFER_OUT, message.to().toPool(), person.id(), "system");
        records.add(Transfer.begun(
                opened.number(),
                Side.OUT,
                message.conversationId(),
                person.id(),
                request.identity(),
                request.fromScheme(),
                new RegionCode(request.fromRegion()),
                message.to().toPool(),
                new RegionCode(request.toRegion()),
                other,
                request.appliedOn(),
                request.acceptedOn(),
                null));
        clocks.start(
                opened.number(), request.acceptedOn(), request.workingDays(), request.nature(), ClockEntry.BY_PROCESS);
        clocks.beginLeg(opened.number(), Leg.TRANSFER_OUT, request.acceptedOn());
        if (request.decision() != null) {
            decisions.keepAsTold(opened.number().value(), request.decision());
        }
        cases.note(
                opened.number(),
                "requested",
                null,
                "收到" + regions.fullName(other) + "的转移请求"
                        + (request.deadlineBasis() == null
                                ? ""
                                : "，办结时限 " + request.workingDays() + " 个工作日，对方所述依据：" + request.deadlineBasis()),
                null);
        process.startTransferOut(opened.number(), opened.pool());
    }
}
