package org.yiban.walks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiban.backpay.AtRetirement;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.backpay.BackpayApplication;
import org.yiban.backpay.EndingBackpays;
import org.yiban.backpay.ObjectingToBackpays;
import org.yiban.backpay.RegisteringBackpays;
import org.yiban.backpay.SettlingBackpayDeaths;
import org.yiban.backpay.arrears.ArrearsApplication;
import org.yiban.backpay.arrears.ObjectingToArrears;
import org.yiban.backpay.plan.ContributionPlans;
import org.yiban.backpay.plan.PlanEnd;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.LateMonths;
import org.yiban.region.RegionCode;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;

/** What people, the tax bureau and time do to retirements, their plans and arrears; each act may be refused, none may harm. */
@Component
@Lazy
class BackpayWorld {

    private static final int ROUNDS = 40;
    private static final List<PlanEnd> ENDS = List.of(PlanEnd.PAY_REST, PlanEnd.RESIDENT, PlanEnd.WITHDRAWN);

    private final DirectApi api;
    private final AtRetirement retiring;
    private final RegisteringBackpays registering;
    private final NewArrears unpaid;
    private final EndingBackpays ending;
    private final SettlingBackpayDeaths deaths;
    private final ObjectingToBackpays objecting;
    private final ObjectingToArrears contesting;
    private final ContributionPlans plans;
    private final RetirementStaff staff;
    private final ArrearsStaff arrearsStaff;
    private final TaxBureauOfWalks taxBureau;
    private final LateMonths months;
    private final RunningCases running;
    private final ManagementService management;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final BusinessTime time;

    private final Map<Retiree, Retiring> people = new EnumMap<>(Retiree.class);
    private final Set<String> registered = new LinkedHashSet<>();

    BackpayWorld(
            DirectApi api,
            AtRetirement retiring,
            RegisteringBackpays registering,
            NewArrears unpaid,
            EndingBackpays ending,
            SettlingBackpayDeaths deaths,
            ObjectingToBackpays objecting,
            ObjectingToArrears contesting,
            ContributionPlans plans,
            RetirementStaff staff,
            ArrearsStaff arrearsStaff,
            TaxBureauOfWalks taxBureau,
            LateMonths months,
            RunningCases running,
            ManagementService management,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            BusinessTime time) {
        this.api = api;
        this.retiring = retiring;
        this.registering = registering;
        this.unpaid = unpaid;
        this.ending = ending;
        this.deaths = deaths;
        this.objecting = objecting;
        this.contesting = contesting;
        this.plans = plans;
        this.staff = staff;
        this.arrearsStaff = arrearsStaff;
        this.taxBureau = taxBureau;
        this.months = months;
        this.running = running;
        this.management = management;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Nobody retires yet. */
    void begin() {
        people.clear();
        registered.clear();
        taxBureau.begin();
    }

    /** The walk is over. */
    void end() {
        taxBureau.end();
    }

    /** The numbers of all cases. */
    List<String> numbers() {
        return List.copyOf(registered);
    }

    void make(BackpayMove move) {
        Answer answer = act(move);
        if (answer != null && answer.status() >= 500) {
            throw new AssertionError(move + ": " + answer);
        }
    }

    private Answer act(BackpayMove move) {
        int choice = move.choice();
        int manner = move.manner();
        switch (move.act()) {
            case REGISTER -> {
                return register(Retiree.values()[choice % Retiree.values().length]);
            }
            case REGISTER_ARREARS -> {
                return registerArrears(UnpaidMonths.values()[choice % UnpaidMonths.values().length], manner);
            }
            case WORK, WORK_AS_USUAL -> {
                OpenTask task = one(running.tasks(registered), choice);
                return task == null ? null : work(task, move.act() == BackpayMove.Act.WORK ? manner : 0);
            }
            case TAX_BUREAU -> taxBureau.say(numbers(), choice, manner);
            case MONTHS -> {
                Retiring who = one(new ArrayList<>(people.values()), choice);
                if (who != null) {
                    recorded(who, 1 + manner % 3);
                }
            }
            case WITHDRAW -> {
                return ofRetirement(choice, "clerk", number -> ending.withdraw(number, "先不办"));
            }
            case DIE -> {
                return die(choice, manner);
            }
            case OBJECT -> {
                return ofOneOf(numbers(), choice, "clerk", this::object);
            }
            case END_PLAN -> {
                return ofRetirement(
                        choice, "clerk", number -> plans.giveUp(number, ENDS.get(manner % ENDS.size()), null));
            }
            case TIME -> {
                String timer = one(running.timers(registered), choice);
                if (timer != null) {
                    management.executeJob(timer);
                }
            }
        }
        return null;
    }

    private Answer register(Retiree kind) {
        Retiring who = people.computeIfAbsent(kind, each -> each.newcomer(retiring));
        BackpayApplication application = new BackpayApplication(
                who.identityNumber(),
                who.name(),
                who.pool(),
                time.today(),
                who.reached(),
                null,
                null,
                who.pool().equals(AtRetirement.CHANGCHUN) ? "POOLED_WITH_ACCOUNT" : null,
                null,
                false,
                null,
                "PERSON",
                null,
                null,
                List.of());
        return api.as(
                WalkedCase.user("clerk", who.pool()),
                () -> registered.add(registering
                        .register(application, UUID.randomUUID().toString())
                        .caseFile()
                        .number()
                        .value()));
    }

    /** Of somebody new, or of one of those who retire there, whose months before the first were not paid. */
    private Answer registerArrears(UnpaidMonths kind, int manner) {
        Retiring retiree = people.values().stream()
                .filter(each -> each.pool().equals(kind.pool()) && manner % 2 == 0)
                .findFirst()
                .orElse(null);
        ArrearsApplication application = retiree == null
                ? unpaid.ofSomebodyNew(kind)
                : kind.of(
                        retiree.identityNumber(),
                        retiree.name(),
                        firstOf(retiree).minusMonths(2),
                        time.today());
        return api.as(WalkedCase.user("clerk", kind.pool()), () -> registered.add(unpaid.register(application)));
    }

    private Answer work(OpenTask task, int manner) {
        return task.owner().startsWith("BJ") ? staff.work(task, manner) : arrearsStaff.work(task, manner);
    }

    private Answer die(int choice, int manner) {
        if (manner % 2 == 0) {
            return ofRetirement(choice, "clerk", number -> deaths.report(number, time.today(), "家属来电，死亡证明"));
        }
        Retiring who = one(new ArrayList<>(people.values()), choice);
        if (who != null) {
            retiring.dies(who, time.today());
        }
        return null;
    }

    private Answer ofRetirement(int choice, String post, Consumer<CaseNumber> what) {
        return ofOneOf(numbers().stream().filter(each -> each.startsWith("BJ")).toList(), choice, post, what);
    }

    private Answer ofOneOf(List<String> cases, int choice, String post, Consumer<CaseNumber> what) {
        String number = one(cases, choice);
        return number == null
                ? null
                : api.as(WalkedCase.user(post, number.substring(2, 8)), () -> what.accept(new CaseNumber(number)));
    }

    private void object(CaseNumber number) {
        if (!mayStillBeDecided(number)) {
            return;
        }
        if (ofArrears(number)) {
            contesting.file(number, time.today(), "人已在别处参保");
        } else {
            objecting.file(number, time.today(), "没有说清后果");
        }
    }

    /** Whether the pool has a supervisor who has not taken part; to retirements nobody objects twice. */
    private boolean mayStillBeDecided(CaseNumber number) {
        return jdbc.sql("""
                        select not exists (select from yiban.case_event where case_number = ?
                            and (by_user like 'super__2' or step = 'objectionFiled' and not ?))
                        """)
                .params(number.value(), ofArrears(number))
                .query(Boolean.class)
                .single();
    }

    private static boolean ofArrears(CaseNumber number) {
        return number.value().startsWith("QF");
    }

    private void recorded(Retiring who, int howMany) {
        YearMonth first = firstOf(who);
        TreeMap<YearMonth, BigDecimal> paid = new TreeMap<>();
        for (int i = 1; i <= howMany; i++) {
            paid.put(first.minusMonths(i), new BigDecimal("4000.00"));
        }
        transaction.executeWithoutResult(
                status -> months.record(who.personId(), new RegionCode(who.pool()), paid, time.today()));
    }

    private YearMonth firstOf(Retiring who) {
        LocalDate first = jdbc.sql("select min(month) from yiban.contribution_month where person_id = ?")
                .param(who.personId())
                .query(LocalDate.class)
                .single();
        return YearMonth.from(first);
    }

    /**
     * Brings the cases to their ends with everybody willing and everything paid; returns those that could not be brought
     * there, and what was last tried.
     */
    List<String> bringToEnd() {
        Map<String, String> tried = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS && !running.owners(registered).isEmpty(); round++) {
            for (OpenTask task : running.tasks(registered)) {
                Answer answer = work(task, 0);
                if (answer.status() >= 500) {
                    throw new AssertionError(task + ": " + answer);
                }
                if (answer.status() >= 400) {
                    tried.put(task.owner(), task.step() + " " + answer);
                }
            }
            boolean paid = taxBureau.payAll(numbers());
            if (!paid && running.tasks(registered).isEmpty()) {
                timeGoesBy();
            }
        }
        return running.owners(registered).stream()
                .map(owner -> owner + " " + tried.get(owner))
                .toList();
    }

    /** Birthdays come, and whoever goes on paying has paid what was missing. */
    private void timeGoesBy() {
        running.timersOf(registered, "catch_age%").forEach(management::executeJob);
        jdbc.sql("""
                select p.person_id, coalesce((select l.months_to_go from yiban.contribution_plan_look l
                    where l.case_number = p.case_number order by l.id desc limit 1), 1)
                from yiban.contribution_plan p where p.case_number = any (?) and p.state = 'RUNNING'
                """)
                .param(registered.toArray(String[]::new))
                .query((row, i) -> Map.entry(row.getLong(1), row.getInt(2)))
                .list()
                .forEach(missing -> people.values().stream()
                        .filter(each -> each.personId() == missing.getKey())
                        .forEach(each -> recorded(each, Math.max(1, missing.getValue()))));
    }

    private static <T> T one(List<T> all, int choice) {
        return all.isEmpty() ? null : all.get(choice % all.size());
    }
}
