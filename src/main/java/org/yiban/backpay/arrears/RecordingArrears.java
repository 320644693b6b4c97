package org.yiban.backpay.arrears;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.casework.Objections;
import org.yiban.ledger.Ledger;
import org.yiban.person.LateMonths;
import org.yiban.person.People;
import org.yiban.person.Person;
import org.yiban.person.PersonalAccounts;

/**
 * What paid arrears leave on record: months, and what they credit to personal accounts. Decided anew after an objection, the
 * record holds what the new decision says; until then it holds what the old one did.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordingArrears {

    private final ArrearsRecords records;
    private final Objections objections;
    private final LateMonths months;
    private final PersonalAccounts accounts;
    private final Ledger ledger;
    private final People people;
    private final Cases cases;

    RecordingArrears(
            ArrearsRecords records,
            Objections objections,
            LateMonths months,
            PersonalAccounts accounts,
            Ledger ledger,
            People people,
            Cases cases) {
        this.records = records;
        this.objections = objections;
        this.months = months;
        this.accounts = accounts;
        this.ledger = ledger;
        this.people = people;
        this.cases = cases;
    }

    /** Writes the months of a case into the record and credits the personal accounts. */
    void record(ArrearsCase found, LocalDate paidOn) {
        Map<String, SortedSet<YearMonth>> gone = takeOff(found);
        Map<Long, List<ArrearsRun>> byPerson = found.runs().stream()
                .collect(Collectors.groupingBy(ArrearsRun::personId, TreeMap::new, Collectors.toList()));
        Map<String, ArrearsQuote.Run> quoted =
                found.quote().runs().stream().collect(Collectors.toMap(ArrearsQuote.Run::fact, run -> run));
        List<ArrearsOnRecord.Run> left = new ArrayList<>();
        byPerson.forEach((personId, runs) -> {
            SortedMap<YearMonth, BigDecimal> bases = new TreeMap<>();
            runs.forEach(run -> run.months().stream()
                    .filter(month ->
                            !gone.getOrDefault(run.fact(), new TreeSet<>()).contains(month))
                    .forEach(month -> bases.put(month, ArrearsFacts.value(found.facts(), run.fact()))));
            Set<YearMonth> recorded = months.record(personId, found.pool(), bases, paidOn);
            if (recorded.size() < bases.size()) {
                heldMeanwhile(found, personId, bases.size() - recorded.size());
            }
            runs.forEach(run -> {
                SortedSet<YearMonth> ofRun = new TreeSet<>(run.months());
                ofRun.retainAll(recorded);
                int credited = ofRun.size()
                        + gone.getOrDefault(run.fact(), new TreeSet<>()).size();
                BigDecimal credit = credit(found, quoted.get(run.fact()), credited);
                left.add(new ArrearsOnRecord.Run(run.fact(), ofRun, account(found, run, credit)));
            });
        });
        records.onRecord(found.number(), new ArrearsOnRecord(paidOn, left));
    }

    /** What the personal account gets for so many months of a run: of those that count by this case alone. */
    private static BigDecimal credit(ArrearsCase found, ArrearsQuote.Run quoted, int months) {
        return quoted.credited() == null
                ? Cents.NONE
                : Cents.of(quoted.base(), ArrearsFacts.value(found.facts(), ArrearsFacts.ACCOUNT_RATE), months);
    }

    /** Takes everything off the record that a case left there; nothing if it left nothing. */
    void takeBack(ArrearsCase found) {
        if (found.onRecord() == null) {
            return;
        }
        takeOff(found);
        found.runs().forEach(run -> account(found, run, Cents.NONE));
        records.onRecord(found.number(), null);
        retired(found);
    }

    /** Takes months off the record; returns those of each run that are no longer there to be taken off. */
    private Map<String, SortedSet<YearMonth>> takeOff(ArrearsCase found) {
        Map<String, SortedSet<YearMonth>> gone = new TreeMap<>();
        if (found.onRecord() == null) {
            return gone;
        }
        int taken = 0;
        for (ArrearsRun run : found.runs()) {
            SortedSet<YearMonth> left = new TreeSet<>(found.recorded(run));
            SortedSet<YearMonth> off = months.takeBack(
                    run.personId(), found.pool(), left, found.onRecord().paidOn());
            taken += off.size();
            left.removeAll(off);
            gone.put(run.fact(), left);
        }
        int missing = gone.values().stream().mapToInt(Set::size).sum();
        cases.note(
                found.number(),
                "arrearsTakenBack",
                null,
                "原来记入的 " + taken + " 个月撤出缴费记录，以重新办理的结果为准"
                        + (missing == 0 ? "" : "；还有 " + missing + " 个月已经转出或者变动，没有撤出，请核对"),
                null);
        return gone;
    }

    /**
     * The personal account holds an amount for a run of months: credited what is missing, recovered what is too much, as far
     * as the account still has it.
     *
     * @return what it holds now
     */
    private BigDecimal account(ArrearsCase found, ArrearsRun run, BigDecimal amount) {
        BigDecimal before = found.credited(run);
        BigDecimal more = amount.subtract(before);
        String reference = found.number() + "/" + run.fact() + objections.round(found.number());
        if (more.signum() > 0) {
            accounts.credit(run.personId(), found.pool(), more, reference);
            ledger.contributionCredited(found.number(), found.pool(), more, reference);
        } else if (more.signum() < 0) {
            BigDecimal back = accounts.recover(run.personId(), found.pool(), more.negate(), reference);
            if (back.signum() > 0) {
                ledger.recovered(found.number(), found.pool(), back, reference);
            }
            BigDecimal missing = more.negate().subtract(back);
            cases.note(
                    found.number(),
                    "accountRecovered",
                    null,
                    name(run.personId()) + "：收回原来记入个人账户的 " + back + " 元"
                            + (missing.signum() > 0 ? "；账户余额不足，还有 " + missing + " 元没有收回" : ""),
                    null);
            return before.subtract(back);
        }
        return amount;
    }

    /** Months came on record by another way while they were collected: they count once. */
    private void heldMeanwhile(ArrearsCase found, long personId, int howMany) {
        cases.note(
                found.number(),
                "arrearsHeldMeanwhile",
                null,
                name(personId) + "的 " + howMany + " 个月在收款期间已由别处记入，没有重复记入，也没有为这些月份划入个人账户",
                null);
    }

    /** Whoever retired on these months may not have enough of them any more: somebody has to look. */
    private void retired(ArrearsCase found) {
        Set<Long> ids = new HashSet<>();
        found.runs().forEach(run -> ids.add(run.personId()));
        people.people(ids).values().stream()
                .filter(Person::retiredInsured)
                .forEach(person -> cases.note(
                        found.number(),
                        "arrearsRetiredMeanwhile",
                        null,
                        person.name() + "已经办理退休医保待遇，撤出的月份可能影响缴费年限，请核对退休案件",
                        null));
    }

    private String name(long personId) {
        return people.require(personId).name();
    }
}
