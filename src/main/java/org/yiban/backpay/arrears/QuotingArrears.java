package org.yiban.backpay.arrears;

import static org.yiban.backpay.arrears.ArrearsFacts.ACCOUNT_RATE;
import static org.yiban.backpay.arrears.ArrearsFacts.AMOUNT;
import static org.yiban.backpay.arrears.ArrearsFacts.LATE_FEE;
import static org.yiban.backpay.arrears.ArrearsFacts.LOCAL_RATE;
import static org.yiban.backpay.arrears.ArrearsFacts.UNIT_RATE;
import static org.yiban.backpay.arrears.ArrearsFacts.value;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.person.ContributionMonth;
import org.yiban.person.MonthKind;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.policy.Answer;
import org.yiban.policy.Explanation;
import org.yiban.policy.Policies;

/**
 * Asks the family {@code arrears} what unpaid months cost, month by month: each is a debt of its own, due on its own day,
 * rounded to the cent. What it gives back depends on how many months of a person are unpaid in all. Writes nothing.
 */
@Component
class QuotingArrears {

    static final String FAMILY = "arrears";

    private static final String BASE = "base";
    private static final String UNIT_PART = "unitPart";
    private static final String GAP_COVERED = "gapCovered";
    private static final String YEARS_COUNTED = "yearsCounted";
    private static final String ACCOUNT_CREDITED = "accountCredited";
    private static final String PAYABLE = "payable";

    private final Policies policies;
    private final ArrearsSettings settings;
    private final People people;

    QuotingArrears(Policies policies, ArrearsSettings settings, People people) {
        this.policies = policies;
        this.settings = settings;
        this.people = people;
    }

    /** What arrears come to if they are paid on their day. */
    Quoted quote(ArrearsCase found) {
        return new Asking(found).quote();
    }

    /**
     * The quote of a case without months that came on record otherwise since it was made; the same if none did.
     *
     * @return empty if only people can say what the others cost
     */
    Optional<ArrearsQuote> withoutHeld(ArrearsCase found) {
        Asking asking = new Asking(found);
        int priced =
                found.quote().runs().stream().mapToInt(ArrearsQuote.Run::months).sum();
        if (asking.owed() >= priced) {
            return Optional.of(found.quote());
        }
        return found.quote().namedBy() != null
                ? Optional.empty()
                : Optional.ofNullable(asking.quote().quote()).filter(quote -> !quote.referred());
    }

    /** What a senior decided in the place of the tables, who may name the price; else the one on record holds. */
    ArrearsQuote bySenior(ArrearsCase found, Explanation decision) {
        Map<String, Object> results = decision.results();
        BigDecimal stated = value(found.facts(), AMOUNT);
        BigDecimal principal = results.get("amount") == null
                ? stated
                : new BigDecimal(results.get("amount").toString());
        BigDecimal fee = results.get("lateFee") == null
                ? value(found.facts(), LATE_FEE)
                : new BigDecimal(results.get("lateFee").toString());
        if (fee == null && principal != null) {
            throw ProblemException.invalid("results.lateFee", null, "必填：滞纳金（元）；不收的填 0.00");
        }
        return new ArrearsQuote(
                found.payOn(),
                true,
                Boolean.TRUE.equals(results.get(PAYABLE)),
                principal,
                fee == null ? Cents.NONE : fee,
                results.get("amount") == null ? "税务" : "主管",
                (Boolean) results.get(YEARS_COUNTED),
                (Boolean) results.get(ACCOUNT_CREDITED),
                Boolean.TRUE.equals(results.get(ACCOUNT_CREDITED))
                        ? credited(found)
                        : found.quote().runs());
    }

    /** The runs with what personal accounts get of them, where a senior decided that they do. */
    private static List<ArrearsQuote.Run> credited(ArrearsCase found) {
        BigDecimal rate = value(found.facts(), ACCOUNT_RATE);
        List<ArrearsQuote.Run> runs = found.quote().runs();
        boolean known = rate != null && runs.stream().noneMatch(run -> run.base() == null);
        if (found.accountType() != AccountType.POOLED_WITH_ACCOUNT || !known) {
            throw ProblemException.invalid("results.accountCredited", "true", "没有个人账户，或划入比例、月基数没有填写，算不出记入多少；请填不记入");
        }
        return runs.stream()
                .map(run -> run.crediting(Cents.of(run.base(), rate, run.months())))
                .toList();
    }

    /** One question after the other about one case; the same question is asked once. */
    private final class Asking {

        private final ArrearsCase found;
        private final Map<Map<String, String>, Answer> asked = new HashMap<>();
        private final Map<Long, Interruption> interruptions = new HashMap<>();
        private final Map<Long, Set<YearMonth>> paid = new HashMap<>();
        private final Map<Long, Explanation> kept = new LinkedHashMap<>();
        private final Set<String> open = new TreeSet<>();
        private Explanation silent;
        private Map<String, Object> results = Map.of();

        Asking(ArrearsCase found) {
            this.found = found;
            Map<Long, SortedSet<YearMonth>> owed = new HashMap<>();
            found.runs().forEach(run -> owed.computeIfAbsent(run.personId(), id -> new TreeSet<>())
                    .addAll(run.months()));
            YearMonth last = YearMonth.from(found.payOn()).minusMonths(1);
            owed.forEach((id, months) -> {
                paid.put(id, paid(id));
                interruptions.put(id, Interruption.of(months, paidBeside(id, months), last));
            });
        }

        private Set<YearMonth> paid(long personId) {
            return people.months(personId, found.pool()).stream()
                    .filter(month -> month.scheme() == Scheme.EMPLOYEE && month.kind() == MonthKind.PAID)
                    .map(ContributionMonth::month)
                    .collect(Collectors.toSet());
        }

        /** The months that are paid, but for those that are asked about, whoever may have paid them meanwhile. */
        private Set<YearMonth> paidBeside(long personId, Set<YearMonth> asked) {
            Set<YearMonth> beside = new TreeSet<>(paid.get(personId));
            beside.removeAll(asked);
            return beside;
        }

        /** Whether a month of a run is still owed, or paid by this case; not if it came on record otherwise. */
        private boolean owed(ArrearsRun run, YearMonth month) {
            return !paid.get(run.personId()).contains(month)
                    || found.recorded(run).contains(month);
        }

        /** How many months are. */
        int owed() {
            return found.runs().stream()
                    .mapToInt(run -> (int) run.months().stream()
                            .filter(month -> owed(run, month))
                            .count())
                    .sum();
        }

        Quoted quote() {
            List<ArrearsQuote.Run> runs = found.runs().stream()
                    .map(this::quoted)
                    .filter(Objects::nonNull)
                    .toList();
            if (!open.isEmpty()) {
                return new Quoted(null, List.of(), open);
            }
            if (silent != null) {
                ArrearsQuote left =
                        new ArrearsQuote(found.payOn(), true, null, null, Cents.NONE, null, null, null, runs);
                return new Quoted(left, List.of(silent), open);
            }
            return priced(runs);
        }

        private Quoted priced(List<ArrearsQuote.Run> runs) {
            boolean byTables = runs.stream().noneMatch(run -> run.principal() == null);
            BigDecimal principal = byTables
                    ? runs.stream().map(ArrearsQuote.Run::principal).reduce(Cents.NONE, BigDecimal::add)
                    : value(found.facts(), AMOUNT);
            BigDecimal fee = fee(runs, byTables);
            if (principal == null) {
                open.add(AMOUNT);
            }
            if (fee == null) {
                open.add(LATE_FEE);
            }
            if (!open.isEmpty()) {
                return new Quoted(null, List.of(), open);
            }
            ArrearsQuote quote = new ArrearsQuote(
                    found.payOn(),
                    false,
                    (Boolean) results.get(PAYABLE),
                    Cents.of(principal),
                    Cents.of(fee),
                    byTables ? null : "税务",
                    (Boolean) results.get(YEARS_COUNTED),
                    (Boolean) results.get(ACCOUNT_CREDITED),
                    runs);
            return new Quoted(quote, List.copyOf(kept.values()), open);
        }

        /** The late fee; none where documents price the months and name no fee, {@code null} where it has to be stated. */
        private BigDecimal fee(List<ArrearsQuote.Run> runs, boolean byTables) {
            if (runs.stream().allMatch(run -> run.lateFee() != null)) {
                return runs.stream().map(ArrearsQuote.Run::lateFee).reduce(Cents.NONE, BigDecimal::add);
            }
            BigDecimal stated = value(found.facts(), LATE_FEE);
            return stated == null && byTables ? Cents.NONE : stated;
        }

        private ArrearsQuote.Run quoted(ArrearsRun run) {
            BigDecimal base = value(found.facts(), run.fact());
            BigDecimal unitRate = value(found.facts(), UNIT_RATE);
            BigDecimal unitMonth = base == null || unitRate == null ? null : Cents.of(base, unitRate, 1);
            List<Answer> answers = new ArrayList<>();
            Answer of = null;
            for (YearMonth month : run.months()) {
                Answer answer = ask(run, month, base, unitMonth);
                if (answer == null) {
                    return null;
                }
                of = of == null ? answer : of;
                if (owed(run, month)) {
                    answers.add(answer);
                }
            }
            if (of.leftToPerson()) {
                silent = silent == null ? of.explanation() : silent;
                return new ArrearsQuote.Run(run.fact(), answers.size(), base, null, null, null, null, null);
            }
            kept.putIfAbsent(run.personId(), of.explanation());
            results = of.results();
            return new ArrearsQuote.Run(
                    run.fact(),
                    answers.size(),
                    base,
                    sum(answers, "amount"),
                    unitMonth == null ? null : unitMonth.multiply(BigDecimal.valueOf(answers.size())),
                    sum(answers, "lateFee"),
                    credited(of, run.fact(), base, answers.size()),
                    (Boolean) of.results().get(GAP_COVERED));
        }

        private BigDecimal credited(Answer answer, String fact, BigDecimal base, int count) {
            boolean credits = Boolean.TRUE.equals(answer.results().get(ACCOUNT_CREDITED))
                    && found.accountType() == AccountType.POOLED_WITH_ACCOUNT;
            if (!credits) {
                return null;
            }
            BigDecimal rate = value(found.facts(), ACCOUNT_RATE);
            if (rate == null) {
                open.add(ACCOUNT_RATE);
            }
            if (base == null) {
                open.add(fact);
            }
            return rate == null || base == null ? null : Cents.of(base, rate, count);
        }

        private Answer ask(ArrearsRun run, YearMonth month, BigDecimal base, BigDecimal unitPart) {
            Map<String, String> question = new HashMap<>();
            question.put("region", found.pool().value());
            question.put("ground", found.ground().name());
            question.put("accountType", found.accountType().name());
            question.put("identity", "EMPLOYER");
            question.put("paidOn", found.payOn().toString());
            Interruption interruption = interruptions.get(run.personId());
            question.put("firstUnpaidMonth", interruption.from().toString());
            question.put("unpaidMonths", String.valueOf(interruption.months()));
            question.put("pricedMonths", "1");
            question.put("daysLate", String.valueOf(settings.daysLate(found.pool(), month, found.payOn())));
            put(question, BASE, base);
            put(question, UNIT_PART, unitPart);
            put(question, LOCAL_RATE, value(found.facts(), LOCAL_RATE));
            try {
                return asked.computeIfAbsent(question, facts -> policies.decide(FAMILY, facts));
            } catch (ProblemException missing) {
                missing.violations().stream().map(Violation::field).forEach(fact -> lacks(fact, run, base, missing));
                return null;
            }
        }

        private void lacks(String fact, ArrearsRun run, BigDecimal base, ProblemException missing) {
            switch (fact) {
                case BASE -> open.add(run.fact());
                case UNIT_PART -> {
                    open.add(UNIT_RATE);
                    if (base == null) {
                        open.add(run.fact());
                    }
                }
                default -> throw missing;
            }
        }

        private static void put(Map<String, String> question, String fact, BigDecimal number) {
            if (number != null) {
                question.put(fact, number.toPlainString());
            }
        }

        /** The sum of a result over months; {@code null} where the tables do not state it. */
        private static BigDecimal sum(List<Answer> answers, String result) {
            if (answers.stream().anyMatch(answer -> answer.results().get(result) == null)) {
                return null;
            }
            return answers.stream()
                    .map(answer -> new BigDecimal(answer.results().get(result).toString()))
                    .reduce(Cents.NONE, BigDecimal::add);
        }
    }

    /**
     * What the tables say.
     *
     * @param quote {@code null} as long as facts are open
     * @param decisions what is to be kept with the case: one for each person, or the one that leaves it to a person
     * @param open names of facts that people have to state first
     */
    record Quoted(ArrearsQuote quote, List<Explanation> decisions, Set<String> open) {}
}
