package org.yiban.transfer;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.Scheme;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/**
 * How the transfer-in side takes applications that the transfer-out side handed over, and how the latter learns what became
 * of them. Applications that cannot be registered are answered with the reason.
 */
@Configuration(proxyBeanMethods = false)
class ReceivingApplications {

    private final TransferMessages messages;
    private final TransferRecords records;
    private final TransferPools pools;
    private final Regions regions;
    private final People people;
    private final BusinessTime time;

    ReceivingApplications(
            TransferMessages messages,
            TransferRecords records,
            TransferPools pools,
            Regions regions,
            People people,
            BusinessTime time) {
        this.messages = messages;
        this.records = records;
        this.pools = pools;
        this.regions = regions;
        this.people = people;
        this.time = time;
    }

    @Bean
    MessageHandler applicationHandedOver(OpeningTransfersIn opening) {
        return new MessageHandler() {
            @Override
            public String type() {
                return TransferMessages.APPLIED;
            }

            @Override
            public Handling handle(Message message) {
                if (records.find(message.conversationId(), Side.IN).isEmpty()) {
                    take(message, opening);
                }
                return Handling.HANDLED;
            }
        };
    }

    private void take(Message message, OpeningTransfersIn opening) {
        ReadApplication application = read(message);
        Optional<Person> person = onRecord(application);
        if (person.isEmpty()) {
            answer(message, null, "没有查到此人的参保登记，或姓名与登记不符");
        } else if (application.appliedOn().isBefore(person.get().bornOn())) {
            answer(message, null, "申请日期早于出生日期");
        } else if (opening.lockOpen(person.get()).isPresent()) {
            answer(message, null, "此人已有一件办理中的转移，办结或撤回后才能再申请");
        } else {
            CaseNumber opened = opening.open(
                    message.conversationId(),
                    application,
                    person.get(),
                    message.from().toPool(),
                    null);
            answer(message, opened.value(), null);
        }
    }

    private void answer(Message message, String caseNumber, String reason) {
        messages.say(
                message.conversationId(),
                message.to().toPool(),
                message.from().toPool(),
                TransferMessages.APPLICATION_ANSWERED,
                new TransferMessages.ApplicationAnswered(caseNumber, reason));
    }

    private Optional<Person> onRecord(ReadApplication application) {
        Optional<Person> known = people.find(application.number());
        boolean isNew = known.isEmpty()
                && pools.elsewhere(application.from().pool())
                && application.number().bornOn() != null;
        return isNew
                ? Optional.of(people.putOnRecord(application.number(), application.name()))
                : known.filter(person -> person.name().equals(application.name()));
    }

    /** @throws ProblemException INVALID_INPUT if it can never be acted on */
    private ReadApplication read(Message message) {
        TransferMessages.Applied applied = messages.read(message, TransferMessages.Applied.class);
        Violations wrong = new Violations();
        IdentityNumber number = wrong.collect(
                () -> IdentityNumber.parse("identityNumber", applied.person().identityNumber()));
        IdentityNumber agent = applied.agent() == null
                ? null
                : wrong.collect(() -> IdentityNumber.parse(
                        "agentIdentityNumber", applied.agent().identityNumber()));
        Region from = wrong.collect(() -> end("fromRegion", applied.fromRegion()));
        Region to = wrong.collect(() -> end("toRegion", applied.toRegion()));
        if (from != null && !from.pool().equals(message.from().toPool())) {
            wrong.add("fromRegion", applied.fromRegion(), "不属于发件的统筹区 " + message.from());
        }
        if (to != null && !to.pool().equals(message.to().toPool())) {
            wrong.add("toRegion", applied.toRegion(), "不属于收件的统筹区 " + message.to());
        }
        if (applied.appliedOn().isAfter(time.today())) {
            wrong.add("appliedOn", applied.appliedOn().toString(), "不能晚于今天（" + time.today() + "）");
        }
        if ((applied.applicant() == ApplicantRole.AGENT) != (applied.agent() != null)) {
            wrong.add("agent", null, "代理人申请的，须写明代理人；其他的不写");
        }
        if ((applied.applicant() == ApplicantRole.EMPLOYER) != (applied.employerName() != null)) {
            wrong.add("employerName", null, "用人单位申请的，须写明单位；其他的不写");
        }
        wrong.throwIfAny();
        return new ReadApplication(
                number,
                applied.person().name().strip(),
                from,
                to,
                applied.identity(),
                applied.fromScheme() == null ? Scheme.EMPLOYEE : applied.fromScheme(),
                applied.appliedOn(),
                applied.contactPhone(),
                applied.applicant(),
                applied.agent() == null ? null : applied.agent().name(),
                agent,
                applied.employerName(),
                null);
    }

    private Region end(String field, String code) {
        Region region = regions.require(field, code);
        regions.requirePool(field, code);
        return region;
    }

    @Bean
    MessageHandler handedOverApplicationAnswered(HandedOverRecords handedOver) {
        return new MessageHandler() {
            @Override
            public String type() {
                return TransferMessages.APPLICATION_ANSWERED;
            }

            @Override
            public Handling handle(Message message) {
                TransferMessages.ApplicationAnswered answered =
                        messages.read(message, TransferMessages.ApplicationAnswered.class);
                if ((answered.caseNumber() == null) == (answered.refusalReason() == null)) {
                    throw ProblemException.invalid("caseNumber", null, "案号和没有登记的原因，须写明其中一项");
                }
                handedOver.answer(
                        message.conversationId(),
                        message.from().toPool(),
                        answered.caseNumber(),
                        answered.refusalReason());
                return Handling.HANDLED;
            }
        };
    }
}
