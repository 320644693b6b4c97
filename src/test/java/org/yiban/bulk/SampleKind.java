package org.yiban.bulk;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yiban.casework.CaseKind;
import org.yiban.casework.Cases;
import org.yiban.casework.Submissions;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.ProblemException;
import org.yiban.person.IdentityNumber;
import org.yiban.person.People;
import org.yiban.region.RegionCode;

/** A kind of applications for tests: opens a case without process; refuses, fails and waits as it is told to. */
@Component
public class SampleKind implements BulkKind {

    public static final String KEY = "SAMPLE";
    static final BigDecimal LARGE = new BigDecimal("1000.00");

    final Set<String> refused = ConcurrentHashMap.newKeySet();
    final Set<String> failing = ConcurrentHashMap.newKeySet();
    volatile Consumer<BulkRow> beforeOpening = row -> {};
    volatile Consumer<List<BulkRow>> beforeExamining = rows -> {};

    private final Cases cases;
    private final People people;
    private final Submissions submissions;

    SampleKind(Cases cases, People people, Submissions submissions) {
        this.cases = cases;
        this.people = people;
        this.submissions = submissions;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "样例";
    }

    @Override
    public List<BulkColumn> columns() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("重复缴费", "DUPLICATE");
        reasons.put("其他", "OTHER");
        return List.of(
                BulkColumn.required("name", "姓名", ColumnType.NAME, "虚构·张三"),
                BulkColumn.required("identityNumber", "证件号码", ColumnType.IDENTITY_NUMBER, "389900199001011239"),
                BulkColumn.required("receipt", "缴费凭证号", ColumnType.TEXT, "JF0001"),
                BulkColumn.required("paidOn", "缴费日期", ColumnType.DATE, "2025-12-01"),
                BulkColumn.required("amount", "金额", ColumnType.MONEY, "380.00"),
                BulkColumn.choice("reason", "原因", reasons),
                BulkColumn.optional("account", "银行账号", ColumnType.ACCOUNT_NUMBER, "6222020000000000009"));
    }

    @Override
    public String sameness(BulkRow row) {
        return row.text("receipt");
    }

    @Override
    public String together(BulkRow row) {
        return row.text("name");
    }

    @Override
    public List<ExaminedRow> examine(RegionCode pool, List<BulkRow> rows) {
        beforeExamining.accept(rows);
        return rows.stream().map(this::examine).toList();
    }

    private ExaminedRow examine(BulkRow row) {
        if (row.text("receipt").startsWith("NONE")) {
            return ExaminedRow.refused(row, List.of(new RowProblem("receipt", "没有这张缴费凭证")));
        }
        boolean large = row.money("amount").compareTo(LARGE) > 0;
        return ExaminedRow.accepted(
                row,
                large
                        ? new RowPreview("REFER", "无规定，由人决定", null, "样例")
                        : new RowPreview("ELIGIBLE", "可以退", row.money("amount"), "样例"));
    }

    @Override
    public RowOpener opener(Release release, List<BulkRow> rows) {
        return (row, preview, key) -> open(row, key, release);
    }

    private CaseNumber open(BulkRow row, String key, Release release) {
        beforeOpening.accept(row);
        if (failing.contains(row.text("receipt"))) {
            throw new IllegalStateException("told to fail");
        }
        if (refused.contains(row.text("receipt"))) {
            throw ProblemException.invalid("receipt", null, "这张凭证刚退过");
        }
        IdentityNumber number = IdentityNumber.parse("identityNumber", row.text("identityNumber"));
        Optional<CaseNumber> earlier = submissions.earlier(release.registeredBy(), key, row.text("receipt"));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        CaseNumber opened = cases.open(
                        CaseKind.TRANSFER_IN,
                        release.pool(),
                        people.find(number).orElseThrow().id(),
                        release.registeredBy())
                .number();
        submissions.remember(release.registeredBy(), key, row.text("receipt"), opened);
        return opened;
    }
}
