package org.yiban.backpay.bulk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yiban.backpay.ApplicantKind;
import org.yiban.backpay.BackpayApplication;
import org.yiban.backpay.CheckedBackpay;
import org.yiban.backpay.CheckingBackpays;
import org.yiban.backpay.RegisteringBackpays;
import org.yiban.backpay.years.RetirementKind;
import org.yiban.bulk.BulkColumn;
import org.yiban.bulk.BulkKind;
import org.yiban.bulk.BulkRow;
import org.yiban.bulk.ColumnType;
import org.yiban.bulk.ExaminedRow;
import org.yiban.bulk.Release;
import org.yiban.bulk.RowProblem;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violation;
import org.yiban.region.RegionCode;

/**
 * Lists of people who reach the age of retirement, as the pension agency sends them. Each row tells beforehand whether the
 * years are there by the record; a case is opened for it, and the years are compiled, and decided, there.
 */
@Component
class RetirementLists implements BulkKind {

    private static final String NAME = "name";
    private static final String IDENTITY_NUMBER = "identityNumber";
    private static final String REQUESTED_ON = "requestedOn";
    private static final String RETIREMENT_AGE_ON = "retirementAgeOn";
    private static final String RETIREMENT_KIND = "retirementKind";
    private static final String PENSION_FROM = "pensionFrom";
    private static final String PENSION_LAST_MONTH = "pensionLastMonth";
    private static final String CONVERTS_TO_ACCOUNT = "convertsToAccount";
    private static final String SENDER = "养老保险经办机构（名单）";

    private static final Map<String, String> YES_NO = Map.of("是", "true", "否", "false");

    private static final List<BulkColumn> COLUMNS = List.of(
            BulkColumn.required(NAME, "姓名", ColumnType.NAME, "虚构·张三"),
            BulkColumn.required(IDENTITY_NUMBER, "证件号码", ColumnType.IDENTITY_NUMBER, "389900199001011239"),
            BulkColumn.required(REQUESTED_ON, "名单日期", ColumnType.DATE, "2026-01-05"),
            BulkColumn.required(RETIREMENT_AGE_ON, "达到退休年龄日期", ColumnType.DATE, "2026-03-12"),
            BulkColumn.choice(RETIREMENT_KIND, "退休种类", kinds()),
            BulkColumn.optional(PENSION_FROM, "养老金起领日期", ColumnType.DATE, "2026-04-01"),
            BulkColumn.optional(PENSION_LAST_MONTH, "上月养老金", ColumnType.MONEY, "3200.00"),
            BulkColumn.choice(CONVERTS_TO_ACCOUNT, "由单建统筹转为统账结合", YES_NO));

    private static final Set<String> NAMES =
            COLUMNS.stream().map(BulkColumn::name).collect(Collectors.toSet());

    private final CheckingBackpays checking;
    private final PreviewingYears previewing;
    private final RegisteringBackpays registering;

    RetirementLists(CheckingBackpays checking, PreviewingYears previewing, RegisteringBackpays registering) {
        this.checking = checking;
        this.previewing = previewing;
        this.registering = registering;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(RetirementKind.values()).forEach(kind -> kinds.put(kind.title(), kind.name()));
        return kinds;
    }

    @Override
    public String key() {
        return "RETIREMENT_LIST";
    }

    @Override
    public String title() {
        return "到龄退休人员名单";
    }

    @Override
    public List<BulkColumn> columns() {
        return COLUMNS;
    }

    /** A person retires once. */
    @Override
    public String sameness(BulkRow row) {
        return row.text(IDENTITY_NUMBER);
    }

    @Override
    public String together(BulkRow row) {
        return row.text(IDENTITY_NUMBER);
    }

    @Override
    public List<ExaminedRow> examine(RegionCode pool, List<BulkRow> rows) {
        List<CheckedBackpay> checked =
                checking.check(rows.stream().map(row -> application(pool, row)).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> examined(rows.get(i), checked.get(i)))
                .toList();
    }

    private ExaminedRow examined(BulkRow row, CheckedBackpay checked) {
        if (!checked.wrong().isEmpty()) {
            return refused(row, checked.wrong());
        }
        try {
            return ExaminedRow.accepted(row, previewing.of(checked));
        } catch (ProblemException refusal) {
            return refused(row, refusal.violations());
        }
    }

    private static ExaminedRow refused(BulkRow row, List<Violation> wrong) {
        return ExaminedRow.refused(
                row,
                wrong.stream()
                        .map(each -> new RowProblem(column(each.field()), each.message()))
                        .toList());
    }

    @Override
    public RowOpener opener(Release release, List<BulkRow> rows) {
        return (row, preview, key) -> registering
                .registerReleased(
                        application(release.pool(), row), release.registeredBy(), key, Long.toString(release.file()))
                .caseFile()
                .number();
    }

    private static BackpayApplication application(RegionCode pool, BulkRow row) {
        return new BackpayApplication(
                row.text(IDENTITY_NUMBER),
                row.text(NAME),
                pool.value(),
                row.date(REQUESTED_ON),
                row.date(RETIREMENT_AGE_ON),
                row.text(RETIREMENT_KIND),
                null,
                null,
                row.text(CONVERTS_TO_ACCOUNT) == null ? null : Boolean.valueOf(row.text(CONVERTS_TO_ACCOUNT)),
                row.date(PENSION_FROM) == null ? null : !row.date(PENSION_FROM).isAfter(row.date(REQUESTED_ON)),
                row.money(PENSION_LAST_MONTH),
                ApplicantKind.AGENT.name(),
                SENDER,
                null,
                List.of());
    }

    /** The column of a field; {@code null} if there is none. */
    private static String column(String field) {
        return NAMES.contains(field) ? field : null;
    }
}
