package org.yiban.duplicate;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiban.casework.Cases;
import org.yiban.exchange.Message;
import org.yiban.exchange.MessageHandler;
import org.yiban.exchange.Party;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.Enrolment;
import org.yiban.person.People;
import org.yiban.region.RegionCode;
import org.yiban.region.ServedPools;

/**
 * How each pool takes the messages of the other. They name people by the record number that pools served here share, so
 * that nobody outside is listened to.
 */
@Configuration(proxyBeanMethods = false)
class DuplicateHandlers {

    @Bean
    MessageHandler endingAsked(
            DuplicateMessages messages,
            RegisteringDuplicates registering,
            People people,
            ServedPools served,
            BusinessTime time) {
        return new MessageHandler() {
            @Override
            public String type() {
                return DuplicateMessages.ENDING_ASKED;
            }

            @Override
            public boolean listensTo(Party sender) {
                return sender.isPool() && served.contains(sender.toPool());
            }

            @Override
            public Handling handle(Message message) {
                DuplicateMessages.EndingAsked asked = messages.read(message, DuplicateMessages.EndingAsked.class);
                RegionCode pool = message.to().toPool();
                Optional<Enrolment> open = people.openEnrolment(
                        asked.personId(), pool, asked.ending().scheme());
                if (open.isEmpty()) {
                    messages.answer(
                            pool,
                            message.from().toPool(),
                            message.conversationId(),
                            new CounterpartAnswer(true, time.today(), "本地没有此人这一险种未终止的参保关系，无须再处理"));
                } else {
                    registering.openCounterpart(
                            message.conversationId(),
                            pool,
                            asked.personId(),
                            asked.foundOn(),
                            Relation.of(open.get()),
                            asked.staying(),
                            asked.settlement());
                }
                return Handling.HANDLED;
            }
        };
    }

    /** Only what was asked for here can be withdrawn. */
    @Bean
    MessageHandler endingWithdrawn(DuplicateMessages messages, RestoringRelations restoring, ServedPools served) {
        return new MessageHandler() {
            @Override
            public String type() {
                return DuplicateMessages.ENDING_WITHDRAWN;
            }

            @Override
            public boolean listensTo(Party sender) {
                return sender.isPool() && served.contains(sender.toPool());
            }

            @Override
            public Handling handle(Message message) {
                restoring.withdrawn(
                        message.conversationId(),
                        message.to().toPool(),
                        messages.read(message, DuplicateMessages.EndingWithdrawn.class)
                                .reason());
                return Handling.HANDLED;
            }
        };
    }

    /** What came of a withdrawal, for those who withdrew. */
    @Bean
    MessageHandler restorationAnswered(
            DuplicateMessages messages, DuplicateRecords records, ServedPools served, Cases cases) {
        return new MessageHandler() {
            @Override
            public String type() {
                return DuplicateMessages.RESTORATION_ANSWERED;
            }

            @Override
            public boolean listensTo(Party sender) {
                return sender.isPool() && served.contains(sender.toPool());
            }

            @Override
            public Handling handle(Message message) {
                CounterpartAnswer answer = messages.read(message, CounterpartAnswer.class);
                records.find(message.conversationId(), message.to().toPool())
                        .ifPresent(found -> cases.note(
                                found.caseNumber(),
                                "restorationAnswered",
                                null,
                                (answer.agreed() ? "对方已恢复其参保关系：" : "对方没有恢复其参保关系：") + answer.text(),
                                null));
                return Handling.HANDLED;
            }
        };
    }

    /** An answer to what is no longer asked changes nothing; who asked has withdrawn it. */
    @Bean
    MessageHandler endingAnswered(
            DuplicateMessages messages,
            DuplicateRecords records,
            DuplicateProcess process,
            ServedPools served,
            Cases cases) {
        return new MessageHandler() {
            @Override
            public String type() {
                return DuplicateMessages.ENDING_ANSWERED;
            }

            @Override
            public boolean listensTo(Party sender) {
                return sender.isPool() && served.contains(sender.toPool());
            }

            @Override
            public Handling handle(Message message) {
                RegionCode pool = message.to().toPool();
                records.find(message.conversationId(), pool).ifPresent(found -> {
                    cases.lock(found.caseNumber());
                    DuplicateCase now = records.require(found.caseNumber());
                    CounterpartAnswer answer = messages.read(message, CounterpartAnswer.class);
                    if (process.awaitsAnswer(now.caseNumber(), pool)) {
                        take(now, answer);
                    } else if (now.answer() == null || now.answer().agreed() != answer.agreed()) {
                        cases.note(
                                now.caseNumber(),
                                "counterpartAnsweredLate",
                                null,
                                "对方的答复来迟，不计：" + (answer.agreed() ? "已处理，" : "不同意处理，") + answer.text(),
                                null);
                    }
                });
                return Handling.HANDLED;
            }

            private void take(DuplicateCase found, CounterpartAnswer answer) {
                records.save(found.with(answer));
                cases.note(
                        found.caseNumber(),
                        answer.agreed() ? "counterpartAgreed" : "counterpartRefused",
                        null,
                        (answer.agreed() ? "对方已处理：" : "对方不同意处理：") + answer.text(),
                        null);
                process.tellAnswer(found.caseNumber(), found.pool(), answer.agreed());
            }
        };
    }
}
