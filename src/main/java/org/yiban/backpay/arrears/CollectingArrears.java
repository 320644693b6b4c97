package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionPurpose;
import org.yiban.ledger.CollectionState;
import org.yiban.person.People;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.policy.known.KnownFacts;

/** The steps of arrears that need no person. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CollectingArrears {

    private final ArrearsRecords records;
    private final ArrearsFacts facts;
    private final QuotingArrears quoting;
    private final ArrearsSettings settings;
    private final ArrearsLetters letters;
    private final ArrearsClocks clocks;
    private final HearingOfMoney money;
    private final CollectionOrders collections;
    private final DecisionRecords decisions;
    private final RecordingArrears recording;
    private final People people;
    private final Cases cases;
    private final BusinessTime time;

    CollectingArrears(
            ArrearsRecords records,
            ArrearsFacts facts,
            QuotingArrears quoting,
            ArrearsSettings settings,
            ArrearsLetters letters,
            ArrearsClocks clocks,
            HearingOfMoney money,
            CollectionOrders collections,
            DecisionRecords decisions,
            RecordingArrears recording,
            People people,
            Cases cases,
            BusinessTime time) {
        this.records = records;
        this.facts = facts;
        this.quoting = quoting;
        this.settings = settings;
        this.letters = letters;
        this.clocks = clocks;
        this.money = money;
        this.collections = collections;
        this.decisions = decisions;
        this.recording = recording;
        this.people = people;
        this.cases = cases;
        this.time = time;
    }

    /** Looks up bases and rates, and what people have to state. */
    public void compile(CaseNumber number) {
        ArrearsCase found = records.require(number);
        Set<Long> ids = found.runs().stream().map(ArrearsRun::personId).collect(Collectors.toSet());
        KnownFacts derived = facts.derive(found, people.people(ids));
        Set<String> open = quoting.quote(found.with(derived)).open();
        records.facts(number, ArrearsFacts.asking(derived, open), found.payOn());
    }

    /** Asks the tables; keeps what they say. */
    public Asked quote(CaseNumber number) {
        ArrearsCase found = records.require(number);
        QuotingArrears.Quoted quoted = quoting.quote(found);
        records.quote(number, quoted.quote());
        quoted.decisions().forEach(decision -> decisions.keep(number.value(), decision));
        boolean referred = quoted.quote().referred();
        boolean unpayable = Boolean.FALSE.equals(quoted.quote().payable());
        if (unpayable) {
            records.stopped(number, "文件规定不能补缴");
        }
        cases.note(
                number,
                "arrearsQuoted",
                null,
                referred ? "文件没有明确规定，转主管判断" : "按文件核定：" + ArrearsLetters.sums(quoted.quote()),
                null);
        return new Asked(referred, unpayable);
    }

    /** Goes on by what a senior decided in the tables' place; whether the months may be paid. */
    public boolean adoptSeniorDecision(CaseNumber number) {
        ArrearsCase found = records.require(number);
        Explanation decision = decisions
                .newest(number.value(), QuotingArrears.FAMILY)
                .orElseThrow()
                .explanation();
        ArrearsQuote quote = quoting.bySenior(found, decision);
        records.quote(number, quote);
        if (Boolean.TRUE.equals(quote.payable())) {
            return true;
        }
        records.stopped(number, "主管判断不能补缴：" + decision.ruleText());
        return false;
    }

    /**
     * Tells the employer what it owes, and orders what is still to come in.
     *
     * @return when nobody waits for it any more
     */
    public ZonedDateTime order(CaseNumber number) {
        ArrearsCase found = records.require(number);
        letters.owed(found);
        collections.order(
                found.nextOrderKey(),
                CollectionPurpose.CONTRIBUTION,
                number,
                found.pool(),
                found.runs().get(0).personId(),
                found.rest(),
                found.payOn());
        records.ordered(number);
        cases.note(number, "arrearsOrdered", null, "通知单位并开具收款单 " + found.rest() + " 元，至 " + found.payOn(), null);
        return settings.reportEnds(found.pool(), found.payOn());
    }

    /** Nobody said what became of the money, and nobody waits any more. */
    public void expire(CaseNumber number) {
        ArrearsCase found = records.require(number);
        records.waitsNoMore(number);
        collections.settle(found.orderKey(), CollectionState.EXPIRED, Cents.NONE, null, null);
        cases.note(number, "arrearsExpired", null, "缴费日已过，税务没有回报到账，按未缴办理", null);
    }

    /** Records what came in of the last order; whether all has that is owed on the day on which it came. */
    public boolean assess(CaseNumber number) {
        CollectionOrder order = collections.require(records.require(number).orderKey());
        records.received(number, order.collected(), order.receivedOn());
        boolean priced = leaveOutHeld(number);
        return covered(records.require(number), order) && priced;
    }

    /** Months that came on record otherwise cost nothing any more; whether it is known what the others do. */
    private boolean leaveOutHeld(CaseNumber number) {
        ArrearsCase found = records.require(number);
        Optional<ArrearsQuote> quote = quoting.withoutHeld(found);
        if (quote.isEmpty()) {
            cases.note(number, "arrearsPriceOpen", null, "有月份在收款期间已由别处记入缴费记录，价格由人核定，其余月份的金额不能计算；请停止补缴，其余月份另行登记", null);
        } else if (!quote.get().equals(found.quote())) {
            records.quote(number, quote.get());
            cases.note(
                    number,
                    "arrearsRecounted",
                    null,
                    "有月份在收款期间已由别处记入缴费记录，这些月份不收费，重新核定：" + ArrearsLetters.sums(quote.get()),
                    null);
        }
        return quote.isPresent();
    }

    private boolean covered(ArrearsCase found, CollectionOrder order) {
        boolean late = order.receivedOn() != null && order.receivedOn().isAfter(found.payOn());
        if (late && found.rest().signum() <= 0) {
            return coveredOn(found, order.receivedOn());
        }
        return found.rest().signum() <= 0;
    }

    /** Whether what came in covers what is owed on a later day than the one that was named: the late fee has grown. */
    private boolean coveredOn(ArrearsCase found, LocalDate day) {
        CaseNumber number = found.number();
        if (found.quote().namedBy() != null) {
            cases.note(number, "arrearsPaidLate", null, "缴款日 " + day + " 晚于 " + found.payOn() + "，价格须由核定的人重新核定", null);
            return found.quote().lateFee().signum() == 0;
        }
        QuotingArrears.Quoted anew = quoting.quote(found.payingOn(day));
        if (anew.quote() == null || anew.quote().referred()) {
            cases.note(number, "arrearsPaidLate", null, "缴款日 " + day + " 晚于 " + found.payOn() + "，须重新核定", null);
            return false;
        }
        records.payOn(number, day);
        records.quote(number, anew.quote());
        anew.decisions().forEach(decision -> decisions.keep(number.value(), decision));
        ArrearsCase counted = records.require(number);
        cases.note(
                number,
                "arrearsPaidLate",
                null,
                "缴款日 " + day + " 晚于 " + found.payOn() + "，按实际缴款日重新核定：" + ArrearsLetters.sums(anew.quote()),
                null);
        return counted.rest().signum() <= 0;
    }

    /** Writes the months into the record, credits personal accounts, tells the employer, and closes the case. */
    public void record(CaseNumber number) {
        leaveOutHeld(number);
        ArrearsCase found = records.require(number);
        LocalDate paidOn = found.receivedOn() == null ? time.today() : found.receivedOn();
        recording.record(found, paidOn);
        BigDecimal surplus = found.rest().negate();
        if (surplus.signum() > 0) {
            money.surplus(found, surplus);
        }
        long people = found.runs().stream().map(ArrearsRun::personId).distinct().count();
        int months = records.require(number).onRecord().months();
        letters.paid(found, paidOn, months, people);
        close(
                number,
                CaseState.COMPLETED,
                "补缴 " + found.quote().total() + " 元，" + people + " 人 " + months + " 个月记入缴费记录");
    }

    /** Nothing is to be paid; what came before that was found goes back, and what it left on record is taken off it. */
    public void refuse(CaseNumber number) {
        ArrearsCase found = records.require(number);
        recording.takeBack(found);
        money.all(found);
        letters.refused(found);
        close(number, CaseState.REFUSED, "不予补缴：" + found.stopReason());
    }

    /** It was not paid and is not collected here any longer, likewise. */
    public void closeUnpaid(CaseNumber number) {
        ArrearsCase found = records.require(number);
        recording.takeBack(found);
        money.all(found);
        letters.unpaid(found);
        close(number, CaseState.COMPLETED, "没有补缴：" + found.stopReason());
    }

    private void close(CaseNumber number, CaseState state, String outcome) {
        cases.note(number, "closed", null, state.title() + "：" + outcome, null);
        cases.close(number, state, outcome);
        clocks.stop(number);
    }

    /** What the tables say: whether they leave it open, and whether nothing may be paid. */
    public record Asked(boolean referred, boolean unpayable) {}
}
