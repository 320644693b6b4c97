package org.yiban.transfer;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.casework.Cases;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.ContributionMonth;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.Regions;
import org.yiban.transfer.TransferMessages.MonthsReturned;

/**
 * Gives back what a completed transfer moved and should not have. Whoever verifies the case that corrects it states the
 * months, the balance and why; they leave record and account when somebody else has approved it, and the other side is told.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakingBackMonths {

    private static final String MONTHS = "takenBack";
    private static final String BALANCE = "takenBackBalance";
    private static final Pattern YUAN = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");

    private final JdbcClient jdbc;
    private final ApplicationRecords applications;
    private final TransferRecords records;
    private final InformationTables tables;
    private final BalancesGivenBack balances;
    private final TransferMessages messages;
    private final Cases cases;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    TakingBackMonths(
            JdbcClient jdbc,
            ApplicationRecords applications,
            TransferRecords records,
            InformationTables tables,
            BalancesGivenBack balances,
            TransferMessages messages,
            Cases cases,
            People people,
            Regions regions,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.records = records;
        this.tables = tables;
        this.balances = balances;
        this.messages = messages;
        this.cases = cases;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /**
     * Keeps what is given back, in place of what was stated before; nothing where both texts are empty.
     *
     * @param listed the months
     * @param amount of the balance, yuan
     * @return what goes back, as people read it; empty for nothing
     * @throws ProblemException INVALID_INPUT naming {@code takenBack}, {@code takenBackBalance} or {@code takenBackReason}
     */
    String state(Transfer transfer, String listed, String amount, String reason, String byUser) {
        CaseNumber number = transfer.caseNumber();
        jdbc.sql("delete from yiban.transfer_take_back where case_number = ?")
                .param(number.value())
                .update();
        boolean noMonths = listed == null || listed.isBlank();
        boolean noBalance = amount == null || amount.isBlank();
        if (noMonths && noBalance) {
            return "";
        }
        Violations violations = new Violations();
        SortedSet<YearMonth> months =
                noMonths ? Collections.emptySortedSet() : violations.collect(() -> read(transfer, listed));
        BigDecimal balance = noBalance ? null : violations.collect(() -> balance(transfer, amount.strip()));
        String why = violations.collect(() -> FreeText.required("takenBackReason", reason));
        violations.throwIfAny();
        jdbc.sql("""
            insert into yiban.transfer_take_back (case_number, months, balance, reason, recorded_by, recorded_at)
            values (?, ?::date[], ?, ?, ?, ?)
            """)
                .params(
                        number.value(),
                        days(months),
                        balance,
                        why,
                        byUser,
                        time.now().toOffsetDateTime())
                .update();
        return TakenBack.text(months, balance);
    }

    private BigDecimal balance(Transfer transfer, String amount) {
        if (!YUAN.matcher(amount).matches() || new BigDecimal(amount).signum() == 0) {
            throw ProblemException.invalid(BALANCE, amount, "应为大于 0 的金额，最多两位小数");
        }
        if (correctedCase(transfer).isEmpty()) {
            throw ProblemException.invalid(BALANCE, amount, "只有更正已办结转移的案件可以退回误转的余额");
        }
        BigDecimal stated = tables.newest(transfer.caseNumber())
                .map(InformationTable::balance)
                .orElse(null);
        if (stated != null && stated.signum() > 0) {
            throw ProblemException.invalid(BALANCE, amount, "本案的信息表又载明余额 " + stated + " 元，一进一出请与转出地轧差，由其重新出具信息表");
        }
        BigDecimal most = balances.returnable(correctedCase(transfer).orElseThrow());
        if (new BigDecimal(amount).compareTo(most) > 0) {
            throw ProblemException.invalid(
                    BALANCE, amount, "案件 " + correctedCase(transfer).orElseThrow() + " 记入个人账户、还没有退回的只有 " + most + " 元");
        }
        return new BigDecimal(amount).setScale(2);
    }

    private SortedSet<YearMonth> read(Transfer transfer, String listed) {
        if (correctedCase(transfer).isEmpty()) {
            throw ProblemException.invalid(MONTHS, listed, "只有更正已办结转移的案件可以退回误转的月份");
        }
        Transfer corrected = corrected(transfer);
        SortedSet<YearMonth> months = MonthList.read(MONTHS, listed);
        Set<YearMonth> moved = moved(corrected, transfer.fromScheme());
        List<YearMonth> others =
                months.stream().filter(month -> !moved.contains(month)).toList();
        if (!others.isEmpty()) {
            throw ProblemException.invalid(
                    MONTHS,
                    MonthList.text(others),
                    moved.isEmpty()
                            ? "案件 " + corrected.caseNumber() + " 没有转入、仍在本地的月份"
                            : "不是案件 " + corrected.caseNumber() + " 转入、仍在本地的月份；可以退回：" + MonthList.text(moved));
        }
        return months;
    }

    private Optional<CaseNumber> correctedCase(Transfer transfer) {
        return applications.find(transfer.caseNumber()).map(Application::correctsCase);
    }

    private Transfer corrected(Transfer transfer) {
        return records.require(correctedCase(transfer).orElseThrow());
    }

    /** The months that a transfer brought here and that stand here as it brought them. */
    private Set<YearMonth> moved(Transfer transfer, Scheme scheme) {
        List<ContributionMonth> stated = tables.newest(transfer.caseNumber())
                .map(InformationTable::months)
                .orElse(List.of());
        return people.months(transfer.personId(), transfer.toPool()).stream()
                .filter(held -> held.scheme() == scheme)
                .filter(held -> stated.stream()
                        .anyMatch(month -> month.scheme() == held.scheme()
                                && month.month().equals(held.month())
                                && month.paidIn().equals(held.paidIn())))
                .map(ContributionMonth::month)
                .collect(Collectors.toSet());
    }

    /** What a case gives back, if anything. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<TakenBack> of(CaseNumber number) {
        return jdbc.sql("select * from yiban.transfer_take_back where case_number = ?")
                .param(number.value())
                .query(TakingBackMonths::row)
                .optional();
    }

    /** The case is approved: its months leave the record here, and the other side is told; returns what the letter says. */
    String carryOut(Transfer transfer) {
        Optional<TakenBack> stated = of(transfer.caseNumber());
        if (stated.isEmpty()) {
            return "";
        }
        TakenBack back = stated.get();
        LocalDate today = time.today();
        Set<YearMonth> here = moved(corrected(transfer), transfer.fromScheme());
        List<YearMonth> leaving = back.months().stream().filter(here::contains).toList();
        people.markTransferredOut(
                transfer.personId(), transfer.toPool(), transfer.fromScheme(), Set.copyOf(leaving), today);
        jdbc.sql("update yiban.transfer_take_back set done_on = ? where case_number = ?")
                .params(today, transfer.caseNumber().value())
                .update();
        List<YearMonth> gone =
                back.months().stream().filter(month -> !here.contains(month)).toList();
        if (!gone.isEmpty()) {
            cases.note(
                    transfer.caseNumber(), "monthsNotTakenBack", null, "核验后已不在本地的月份没有退回：" + MonthList.text(gone), null);
        }
        BigDecimal balance = back.balance() == null ? null : balances.giveBack(transfer, back.balance());
        boolean money = balance != null && balance.signum() > 0;
        if (leaving.isEmpty() && !money) {
            return "";
        }
        messages.say(
                transfer,
                TransferMessages.MONTHS_RETURNED,
                new MonthsReturned(
                        transfer.fromScheme(), leaving, money ? balance.toPlainString() : null, back.reason()));
        String told = money ? "误转的个人账户余额 " + balance + " 元由财务退回转出地。" : "";
        if (leaving.isEmpty()) {
            return told;
        }
        String text = MonthList.text(leaving);
        cases.note(
                transfer.caseNumber(),
                "monthsTakenBack",
                null,
                "退回误转的 " + leaving.size() + " 个月（" + text + "），通知" + regions.fullName(transfer.fromPool()),
                null);
        return "原转入有误的月份 " + text + " 已退回转出地，不在本地计算。" + told;
    }

    private static String[] days(Collection<YearMonth> months) {
        return months.stream().map(month -> month.atDay(1).toString()).toArray(String[]::new);
    }

    private static TakenBack row(ResultSet row, int index) throws SQLException {
        Date[] days = (Date[]) row.getArray("months").getArray();
        return new TakenBack(
                Arrays.stream(days)
                        .map(day -> YearMonth.from(day.toLocalDate()))
                        .toList(),
                row.getBigDecimal("balance"),
                row.getString("reason"),
                row.getString("recorded_by"),
                row.getObject("done_on", LocalDate.class));
    }
}
