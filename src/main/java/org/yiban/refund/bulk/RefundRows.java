package org.yiban.refund.bulk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiban.bulk.BulkColumn;
import org.yiban.bulk.BulkRow;
import org.yiban.bulk.ColumnType;
import org.yiban.refund.ApplicationPayee;
import org.yiban.refund.PayeeRole;
import org.yiban.refund.RefundApplication;
import org.yiban.refund.facts.RefundReason;
import org.yiban.region.RegionCode;

/** What a row of a file of refunds states. */
final class RefundRows {

    private static final String NAME = "name";
    private static final String IDENTITY_NUMBER = "identityNumber";
    private static final String PAYMENT_REFERENCE = "paymentReference";
    private static final String REASON = "reason";
    private static final String REQUESTED_ON = "requestedOn";
    private static final String EVENT_ON = "eventOn";
    private static final String EVENT_UNTIL = "eventUntil";
    private static final String CLAIMED_FROM = "claimedFrom";
    private static final String CLAIMED_TO = "claimedTo";
    private static final String CLAIMED_AMOUNT = "claimedAmount";
    private static final String PAYEE_IS = "payeeIs";
    private static final String PAYEE_NAME = "payeeName";
    private static final String ACCOUNT_NUMBER = "accountNumber";
    private static final String BANK_CODE = "bankCode";
    private static final String CONTACT_PHONE = "contactPhone";

    /** The fields of an application that a column is called otherwise than. */
    private static final Map<String, String> FIELDS =
            Map.of("payee.name", PAYEE_NAME, "payee.accountNumber", ACCOUNT_NUMBER, "payee.bankCode", BANK_CODE);

    static final List<BulkColumn> COLUMNS = List.of(
            BulkColumn.required(NAME, "姓名", ColumnType.NAME, "虚构·张三"),
            BulkColumn.required(IDENTITY_NUMBER, "证件号码", ColumnType.IDENTITY_NUMBER, "389900199001011239"),
            BulkColumn.required(PAYMENT_REFERENCE, "缴费凭证号", ColumnType.TEXT, "JF2025000001"),
            BulkColumn.choice(REASON, "退费事由", titles()),
            BulkColumn.required(REQUESTED_ON, "申请日期", ColumnType.DATE, "2026-01-05"),
            BulkColumn.optional(EVENT_ON, "事由发生日", ColumnType.DATE, "2025-12-01"),
            BulkColumn.optional(EVENT_UNTIL, "事由结束日", ColumnType.DATE, ""),
            BulkColumn.optional(CLAIMED_FROM, "退费起始月", ColumnType.MONTH, "2026-01"),
            BulkColumn.optional(CLAIMED_TO, "退费终止月", ColumnType.MONTH, "2026-12"),
            BulkColumn.optional(CLAIMED_AMOUNT, "要求退费金额", ColumnType.MONEY, "400.00"),
            BulkColumn.choice(PAYEE_IS, "收款人身份", roles()),
            BulkColumn.required(PAYEE_NAME, "户名", ColumnType.NAME, "虚构·张三"),
            BulkColumn.required(ACCOUNT_NUMBER, "银行账号", ColumnType.ACCOUNT_NUMBER, "6222020000000000009"),
            BulkColumn.required(BANK_CODE, "开户行行号", ColumnType.TEXT, "102471000012"),
            BulkColumn.optional(CONTACT_PHONE, "联系电话", ColumnType.PHONE, "13900000000"));

    private static final Set<String> NAMES =
            COLUMNS.stream().map(BulkColumn::name).collect(Collectors.toSet());

    private RefundRows() {}

    /** The same payment from the same month on is asked for once. */
    static String sameness(BulkRow row) {
        return row.text(PAYMENT_REFERENCE) + "|" + row.text(CLAIMED_FROM);
    }

    static String person(BulkRow row) {
        return row.text(IDENTITY_NUMBER);
    }

    static RefundApplication application(RegionCode pool, BulkRow row) {
        return new RefundApplication(
                row.text(IDENTITY_NUMBER),
                row.text(NAME),
                pool.value(),
                row.text(REASON),
                row.text(PAYMENT_REFERENCE),
                row.date(REQUESTED_ON),
                row.date(EVENT_ON),
                row.date(EVENT_UNTIL),
                row.month(CLAIMED_FROM),
                row.month(CLAIMED_TO),
                row.money(CLAIMED_AMOUNT),
                new ApplicationPayee(row.text(PAYEE_NAME), row.text(ACCOUNT_NUMBER), row.text(BANK_CODE)),
                row.text(PAYEE_IS),
                row.text(CONTACT_PHONE));
    }

    /** The column of a field of an application; {@code null} if there is none. */
    static String column(String field) {
        String column = FIELDS.getOrDefault(field, field);
        return NAMES.contains(column) ? column : null;
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        Arrays.stream(RefundReason.values()).forEach(reason -> titles.put(reason.title(), reason.name()));
        return titles;
    }

    private static Map<String, String> roles() {
        Map<String, String> titles = new LinkedHashMap<>();
        Arrays.stream(PayeeRole.values()).forEach(role -> titles.put(role.title(), role.name()));
        return titles;
    }
}
