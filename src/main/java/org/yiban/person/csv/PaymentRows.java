package org.yiban.person.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiban.kernel.BusinessTime;
import org.yiban.person.IdentityNumber;
import org.yiban.person.MemberIdentity;
import org.yiban.person.Payment;
import org.yiban.person.Scheme;
import org.yiban.person.csv.PeopleContent.AccountRow;
import org.yiban.person.csv.PeopleContent.PaymentRow;
import org.yiban.region.RegionCode;

/** Reads the rows of {@code payments.csv} and {@code accounts.csv} and checks what can be checked in themselves. */
final class PaymentRows {

    static final CsvFile PAYMENTS = new CsvFile(
            "payments.csv",
            List.of(
                    "reference",
                    "identityNumber",
                    "pool",
                    "scheme",
                    "identity",
                    "paidOn",
                    "from",
                    "to",
                    "personalAmount",
                    "benefitFrom"),
            List.of("subsidyAmount", "accountCredited", "coverageYear", "lumpSum", "waitingFrom"));
    static final CsvFile ACCOUNTS =
            new CsvFile("accounts.csv", List.of("identityNumber", "pool", "balance", "asOf"), List.of());

    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z-]{1,40}");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final BusinessTime time;
    private final Function<CsvRow, RegionCode> pool;

    /** @param pool reads the pool of a row and notes one that may not be written */
    PaymentRows(BusinessTime time, Function<CsvRow, RegionCode> pool) {
        this.time = time;
        this.pool = pool;
    }

    /** The payment of a row; {@code null} once what is wrong with it has been noted. */
    PaymentRow payment(CsvRow row) {
        String reference = row.required("reference");
        if (reference != null && !REFERENCE.matcher(reference).matches()) {
            row.problem("reference", "缴费凭证号应为1至40位数字、大写字母或连字符");
        }
        IdentityNumber number = row.identityNumber("identityNumber");
        RegionCode paidTo = pool.apply(row);
        Scheme scheme = row.requiredChoice("scheme", Scheme.class);
        MemberIdentity identity = row.requiredChoice("identity", MemberIdentity.class);
        LocalDate paidOn = requiredDay(row, "paidOn");
        YearMonth from = row.month("from");
        YearMonth to = row.month("to");
        row.required("personalAmount");
        BigDecimal personal = row.money("personalAmount");
        BigDecimal subsidy = orNothing(row, "subsidyAmount");
        BigDecimal credited = orNothing(row, "accountCredited");
        Integer coverageYear = row.year("coverageYear");
        boolean lumpSum = row.flag("lumpSum");
        LocalDate waitingFrom = row.day("waitingFrom");
        LocalDate benefitFrom = requiredDay(row, "benefitFrom");
        checkDays(row, number, paidOn, waitingFrom, benefitFrom);
        checkScheme(row, scheme, identity, coverageYear, lumpSum);
        checkMonths(row, scheme, coverageYear, from, to);
        boolean whole = Stream.of(
                        reference,
                        number,
                        paidTo,
                        scheme,
                        identity,
                        paidOn,
                        from,
                        to,
                        personal,
                        subsidy,
                        credited,
                        benefitFrom)
                .allMatch(cell -> cell != null);
        return whole
                ? new PaymentRow(
                        row,
                        number,
                        new Payment(
                                0,
                                reference,
                                0,
                                paidTo,
                                scheme,
                                identity,
                                paidOn,
                                from,
                                to,
                                personal,
                                subsidy,
                                credited,
                                coverageYear,
                                lumpSum,
                                waitingFrom,
                                benefitFrom))
                : null;
    }

    /** The account of a row; {@code null} once what is wrong with it has been noted. */
    AccountRow account(CsvRow row) {
        IdentityNumber number = row.identityNumber("identityNumber");
        RegionCode keptIn = pool.apply(row);
        row.required("balance");
        BigDecimal balance = row.money("balance");
        LocalDate asOf = requiredDay(row, "asOf");
        if (asOf != null && !asOf.isBefore(time.today())) {
            row.problem("asOf", "余额截至日应在今天之前：余额按该日终了时计");
        }
        return number == null || keptIn == null || balance == null || asOf == null
                ? null
                : new AccountRow(row, number, keptIn, balance, asOf);
    }

    /** Notes payments of the same receipt and accounts that a file names twice. */
    static void refuseRepetitions(PeopleContent content) {
        Map<String, PaymentRow> payments = new HashMap<>();
        for (PaymentRow payment : content.payments()) {
            PaymentRow earlier = payments.putIfAbsent(payment.data().reference(), payment);
            if (earlier != null) {
                payment.row().problem("reference", "与第" + earlier.row().line() + "行是同一缴费凭证号");
            }
        }
        Map<List<Object>, AccountRow> accounts = new HashMap<>();
        for (AccountRow account : content.accounts()) {
            AccountRow earlier = accounts.putIfAbsent(List.of(account.number(), account.pool()), account);
            if (earlier != null) {
                account.row().problem("pool", "与第" + earlier.row().line() + "行是同一人、同一统筹区的个人账户");
            }
        }
    }

    private void checkDays(
            CsvRow row, IdentityNumber number, LocalDate paidOn, LocalDate waitingFrom, LocalDate benefitFrom) {
        if (paidOn != null && paidOn.isAfter(time.today())) {
            row.problem("paidOn", "不能晚于今天（" + time.today() + "）");
        }
        if (paidOn != null && number != null && number.bornOn() != null && paidOn.isBefore(number.bornOn())) {
            row.problem("paidOn", "早于出生日期 " + number.bornOn());
        }
        if (waitingFrom != null && paidOn != null && waitingFrom.isBefore(paidOn)) {
            row.problem("waitingFrom", "不能早于缴费日期 " + paidOn);
        }
        row.waitsBeforeBenefits(waitingFrom, benefitFrom);
    }

    private static void checkScheme(
            CsvRow row, Scheme scheme, MemberIdentity identity, Integer coverageYear, boolean lumpSum) {
        if (scheme != null && identity != null && !identity.belongsTo(scheme)) {
            row.problem("identity", "EMPLOYEE 的参保身份应为 EMPLOYER 或 FLEXIBLE，RESIDENT 的应为 RESIDENT");
        }
        if (scheme == Scheme.RESIDENT && row.optional("coverageYear") == null) {
            row.problem("coverageYear", "居民医保须填写缴费所属年度");
        }
        if (scheme == Scheme.EMPLOYEE && coverageYear != null) {
            row.problem("coverageYear", "只有居民医保有缴费所属年度，应留空");
        }
        if (scheme == Scheme.RESIDENT && lumpSum) {
            row.problem("lumpSum", "只有职工医保有一次性趸缴");
        }
    }

    private void checkMonths(CsvRow row, Scheme scheme, Integer coverageYear, YearMonth from, YearMonth to) {
        if (from == null || to == null) {
            return;
        }
        YearMonth last = YearMonth.of(time.today().getYear() + 1, 12);
        if (to.isBefore(from)) {
            row.problem("to", "不能早于 from（" + from + "）");
        } else if (to.isAfter(last)) {
            row.problem("to", "最晚为次年12月（" + last + "）");
        } else if (scheme == Scheme.RESIDENT
                && coverageYear != null
                && (from.getYear() != coverageYear || to.getYear() != coverageYear)) {
            row.problem("coverageYear", "居民医保的费款所属期应在缴费所属年度之内");
        }
    }

    private static LocalDate requiredDay(CsvRow row, String column) {
        row.required(column);
        return row.day(column);
    }

    private static BigDecimal orNothing(CsvRow row, String column) {
        return row.optional(column) == null ? NOTHING : row.money(column);
    }
}
