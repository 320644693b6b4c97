package org.yiban.transfer.gap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.CaseFile;
import org.yiban.casework.CaseState;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.CollectionPurpose;
import org.yiban.ledger.CollectionState;
import org.yiban.policy.Answer;
import org.yiban.policy.DecisionRecords;
import org.yiban.policy.Explanation;
import org.yiban.transfer.TransferFiles;

/** The steps of the benefits across a transfer that need no person. Each joins the transaction of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BridgingGaps {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final GapRecords records;
    private final TransferFiles transfers;
    private final DerivingGapFacts deriving;
    private final QuotingContinuity quoting;
    private final GapSettings settings;
    private final GapLetters letters;
    private final ReturningMoney returning;
    private final RecordingGaps recording;
    private final CollectionOrders collections;
    private final DecisionRecords decisions;
    private final StartingBenefits starting;
    private final Cases cases;
    private final GapProcess process;
    private final BusinessTime time;

    BridgingGaps(
            GapRecords records,
            TransferFiles transfers,
            DerivingGapFacts deriving,
            QuotingContinuity quoting,
            GapSettings settings,
            GapLetters letters,
            ReturningMoney returning,
            RecordingGaps recording,
            CollectionOrders collections,
            DecisionRecords decisions,
            StartingBenefits starting,
            Cases cases,
            GapProcess process,
            BusinessTime time) {
        this.records = records;
        this.transfers = transfers;
        this.deriving = deriving;
        this.quoting = quoting;
        this.settings = settings;
        this.letters = letters;
        this.returning = returning;
        this.recording = recording;
        this.collections = collections;
        this.decisions = decisions;
        this.starting = starting;
        this.cases = cases;
        this.process = process;
        this.time = time;
    }

    /**
     * Finds the facts on record. What was decided when the case came here before is void, but for a payment that is under
     * way: that goes on, as it was ordered.
     *
     * @return whether there is something to decide
     */
    public boolean deriveFacts(CaseNumber number) {
        UUID conversation = transfers.of(number).conversationId();
        YearMonth stated = deriving.stated(number).orElse(null);
        Optional<BenefitGap> before = records.find(number);
        boolean underWay = before.filter(BenefitGap::paymentUnderWay).isPresent();
        if (underWay) {
            goesOn(before.get(), conversation, stated);
        } else {
            CaseFile file = cases.require(number);
            GapFacts facts = deriving.derive(number, before);
            records.open(number, file.pool(), file.personId(), conversation, stated, facts);
        }
        return !underWay;
    }

    private void goesOn(BenefitGap gap, UUID conversation, YearMonth stated) {
        records.goesOnIn(gap.caseNumber(), conversation);
        if (!Objects.equals(stated, gap.statedUntil())) {
            cases.note(
                    gap.caseNumber(),
                    "gapPaymentGoesOn",
                    null,
                    "新的信息表" + said(stated) + "；补缴已经开单，仍按原信息表（" + said(gap.statedUntil()) + "）办理，待遇衔接请在补缴到账后核对",
                    null);
        }
    }

    private static String said(YearMonth lastPaid) {
        return lastPaid == null ? "没有载明缴费月份" : "载明最后缴费月为 " + lastPaid;
    }

    /** Asks the tables each way the move may go; keeps what they say as things stand. */
    public Quoted quote(CaseNumber number) {
        BenefitGap gap = records.require(number);
        GapQuotes quotes = quoting.quote(gap.facts());
        records.quotes(number, quotes);
        decisions.keep(
                number.value(),
                quoting.ask(gap.facts(), gap.facts().paidOn(), false).explanation());
        cases.note(number, "continuityQuoted", null, "待遇衔接试算：" + letters.inShort(quotes), null);
        return new Quoted(quotes.referred(), quotes.payable());
    }

    /** Goes on by what a senior decided in the tables' place; whether the gap may be paid. */
    public boolean adoptSeniorDecision(CaseNumber number) {
        BenefitGap gap = records.require(number);
        GapQuotes quotes = gap.quotes()
                .decidedBySenior(quoting.quoted(newest(number), gap.facts().paidOn(), false));
        records.quotes(number, quotes);
        return quotes.payable();
    }

    /** Begins the payment that the applicant chose, beside the case: the transfer does not wait for it. */
    public void startPayment(CaseNumber number) {
        process.startPayment(number, records.require(number).pool());
    }

    /**
     * Orders what is still to come in.
     *
     * @return when nobody waits for it any more
     */
    public ZonedDateTime orderPayment(CaseNumber number) {
        BenefitGap gap = records.require(number);
        LocalDate countsUntil = countsUntil(gap);
        LocalDate lastDay = countsUntil == null ? settings.termFrom(gap.pool(), time.today()) : countsUntil;
        collections.order(
                gap.nextOrderKey(),
                CollectionPurpose.CONTRIBUTION,
                number,
                gap.pool(),
                gap.personId(),
                gap.rest(),
                lastDay);
        records.ordered(number, countsUntil);
        cases.note(
                number,
                "gapPaymentOrdered",
                null,
                "开具补缴单 " + gap.rest() + " 元，至 " + lastDay
                        + (countsUntil == null ? "（只计算缴费年限）" : "（此日以前到账的，中断期间的费用可以支付）"),
                null);
        return settings.reportEnds(gap.pool(), lastDay);
    }

    /** The last day on which the money covers the gap: the tables', where they name one; {@code null} if it never does. */
    private LocalDate countsUntil(BenefitGap gap) {
        GapQuotes quotes = gap.quotes();
        ContinuityQuote expected = quotes.bySenior() ? quotes.unpaid() : quotes.paid();
        if (!expected.covered()) {
            return null;
        }
        if (quotes.bySenior() || quotes.lastDay() == null) {
            return settings.termFrom(gap.pool(), time.today());
        }
        return quotes.lastDay().isBefore(time.today()) ? null : quotes.lastDay();
    }

    /** Nobody said what became of the money, and nobody waits any more. */
    public void expirePayment(CaseNumber number) {
        BenefitGap gap = records.require(number);
        records.waitsNoMore(number);
        collections.settle(gap.orderKey(), CollectionState.EXPIRED, NOTHING, null, null);
        cases.note(number, "gapPaymentExpired", null, "补缴最后一日已过，税务没有回报到账，按未补缴办理", null);
    }

    /** Records what came in of the last order. */
    public Assessed assessPayment(CaseNumber number) {
        BenefitGap before = records.require(number);
        CollectionOrder order = collections.require(before.orderKey());
        records.received(number, order.collected(), order.receivedOn());
        BenefitGap gap = records.require(number);
        if (abandoned(number)) {
            return new Assessed(false, false);
        }
        boolean whole = gap.rest().signum() == 0;
        return new Assessed(!whole && gap.received().signum() > 0, whole && gap.late());
    }

    /**
     * Establishes how it ended, and what holds by that.
     *
     * @return whether the tables leave open what holds
     */
    public boolean settle(CaseNumber number) {
        BenefitGap gap = records.require(number);
        GapOutcome outcome = outcome(gap);
        records.ended(number, outcome);
        cases.note(number, "gapSettled", null, "待遇衔接：" + outcome.title(), null);
        if (outcome == GapOutcome.ABANDONED) {
            returning.all(gap, GapMoney.Why.UNEXPECTED);
            return false;
        }
        if (!outcome.clears()) {
            return gap.quotes().unpaid().leftOpen();
        }
        recording.paid(gap);
        Answer answer = quoting.ask(gap.facts(), paymentThatCounts(gap, outcome), true);
        decisions.keep(number.value(), answer.explanation());
        return ContinuityQuote.leftOpen(answer.results());
    }

    private GapOutcome outcome(BenefitGap gap) {
        if (Boolean.TRUE.equals(gap.toPay()) && abandoned(gap.caseNumber())) {
            return GapOutcome.ABANDONED;
        }
        if (gap.outcome() != null) {
            return gap.outcome();
        }
        if (gap.quotes().unpaidMonths() == 0) {
            return GapOutcome.NO_GAP;
        }
        if (gap.toPay() == null) {
            return GapOutcome.NOT_PAYABLE;
        }
        if (!gap.toPay()) {
            return GapOutcome.DECLINED;
        }
        if (gap.rest().signum() > 0) {
            return GapOutcome.EXPIRED;
        }
        return gap.countsUntil() == null ? GapOutcome.PAID_FOR_YEARS : GapOutcome.PAID;
    }

    /** The first payment, unless the gap was paid after the last day: then the day on which it was. */
    private static LocalDate paymentThatCounts(BenefitGap gap, GapOutcome outcome) {
        boolean afterwards = outcome == GapOutcome.LATE_KEPT
                || outcome == GapOutcome.PAID_FOR_YEARS && gap.quotes().lastDay() != null;
        return afterwards ? gap.receivedOn() : gap.facts().paidOn();
    }

    /** Tells the applicant what holds, by which provisions. */
    public void tell(CaseNumber number) {
        BenefitGap gap = records.require(number);
        if (gap.outcome() != GapOutcome.ABANDONED) {
            letters.tell(gap, newest(number));
            starting.decided(gap);
        }
    }

    /** The transfer has ended otherwise than by its completion. */
    private boolean abandoned(CaseNumber number) {
        CaseState state = cases.require(number).state();
        return state != CaseState.OPEN && state != CaseState.COMPLETED;
    }

    private Explanation newest(CaseNumber number) {
        return decisions
                .newest(number.value(), QuotingContinuity.FAMILY)
                .orElseThrow()
                .explanation();
    }

    /** What the tables say: whether they leave it open, and whether the gap may be paid. */
    public record Quoted(boolean referred, boolean payable) {}

    /** What came in: a part only, or all of it too late. */
    public record Assessed(boolean partly, boolean late) {}
}
