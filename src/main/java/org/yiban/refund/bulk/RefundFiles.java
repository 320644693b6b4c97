package org.yiban.refund.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yiban.bulk.BulkColumn;
import org.yiban.bulk.BulkKind;
import org.yiban.bulk.BulkRow;
import org.yiban.bulk.ExaminedRow;
import org.yiban.bulk.RowPreview;
import org.yiban.bulk.RowProblem;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.Violation;
import org.yiban.policy.Outcome;
import org.yiban.policy.Policies;
import org.yiban.refund.CheckedRefund;
import org.yiban.refund.CheckingRefunds;
import org.yiban.refund.PreviewingRefunds;
import org.yiban.refund.RefundApplication;
import org.yiban.refund.RefundPreview;
import org.yiban.refund.RegisteringRefunds;
import org.yiban.refund.Release;
import org.yiban.refund.facts.DerivingFacts;
import org.yiban.refund.facts.PersonRecord;
import org.yiban.region.RegionCode;

/** Refunds as files of many rows, such as the duplicate payments that are found at the end of a year. */
@Component
class RefundFiles implements BulkKind {

    private static final String KEY = "REFUND";
    private static final String OPEN = "OPEN";
    private static final List<String> FAMILIES = List.of("refund-eligibility", "refund-amount");

    private final CheckingRefunds checking;
    private final PreviewingRefunds previewing;
    private final DerivingFacts deriving;
    private final RegisteringRefunds registering;
    /** What people call the facts of both decisions, by their names. */
    private final Map<String, String> facts = new HashMap<>();

    RefundFiles(
            CheckingRefunds checking,
            PreviewingRefunds previewing,
            DerivingFacts deriving,
            RegisteringRefunds registering,
            Policies policies) {
        this.checking = checking;
        this.deriving = deriving;
        this.previewing = previewing;
        this.registering = registering;
        FAMILIES.forEach(
                family -> policies.declaredFacts(family).forEach(fact -> facts.put(fact.name(), fact.label())));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "退费";
    }

    @Override
    public List<BulkColumn> columns() {
        return RefundRows.COLUMNS;
    }

    @Override
    public String sameness(BulkRow row) {
        return RefundRows.sameness(row);
    }

    @Override
    public String together(BulkRow row) {
        return RefundRows.person(row);
    }

    @Override
    public List<ExaminedRow> examine(RegionCode pool, List<BulkRow> rows) {
        List<CheckedRefund> checked = checking.check(applications(pool, rows));
        Map<Integer, RowProblem> taken = ClaimedTwice.in(rows, checked);
        List<Integer> accepted = IntStream.range(0, rows.size())
                .filter(i -> checked.get(i).violations().isEmpty() && !taken.containsKey(i))
                .boxed()
                .toList();
        List<RefundPreview> previews = accepted.isEmpty()
                ? List.of()
                : previewing.preview(accepted.stream().map(checked::get).toList());
        List<ExaminedRow> examined = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            examined.add(ExaminedRow.accepted(rows.get(accepted.get(i)), shown(previews.get(i))));
        }
        Set<Integer> done = Set.copyOf(accepted);
        for (int i = 0; i < rows.size(); i++) {
            if (!done.contains(i)) {
                examined.add(ExaminedRow.refused(rows.get(i), problems(checked.get(i), taken.get(i))));
            }
        }
        return examined;
    }

    @Override
    public RowOpener opener(org.yiban.bulk.Release release, List<BulkRow> rows) {
        List<CheckedRefund> checked = checking.check(applications(release.pool(), rows));
        Map<Integer, CheckedRefund> byNumber = new HashMap<>();
        IntStream.range(0, rows.size()).forEach(i -> byNumber.put(rows.get(i).number(), checked.get(i)));
        Map<Long, PersonRecord> records = deriving.read(checked.stream()
                .filter(each -> each.claim() != null)
                .map(each -> each.claim().personId())
                .collect(Collectors.toSet()));
        return (row, preview, key) -> open(byNumber.get(row.number()), records, key, release, preview);
    }

    /** A person's first refund changes the record, so that it is handed on once. */
    private CaseNumber open(
            CheckedRefund checked,
            Map<Long, PersonRecord> records,
            String key,
            org.yiban.bulk.Release release,
            RowPreview preview) {
        PersonRecord record =
                checked.claim() == null ? null : records.remove(checked.claim().personId());
        return registering
                .registerReleased(
                        checked,
                        record,
                        key,
                        new Release(
                                Long.toString(release.file()),
                                release.registeredBy(),
                                release.releasedBy(),
                                released(preview)))
                .number();
    }

    private static List<RefundApplication> applications(RegionCode pool, List<BulkRow> rows) {
        return rows.stream().map(row -> RefundRows.application(pool, row)).toList();
    }

    private static List<RowProblem> problems(CheckedRefund checked, RowProblem taken) {
        List<RowProblem> problems = new ArrayList<>();
        for (Violation violation : checked.violations()) {
            problems.add(new RowProblem(RefundRows.column(violation.field()), violation.message()));
        }
        Optional.ofNullable(taken).ifPresent(problems::add);
        return problems;
    }

    private RowPreview shown(RefundPreview preview) {
        String basis = preview.basis().stream().map(Object::toString).collect(Collectors.joining("、"));
        if (preview.outcome() == null || preview.outcome() == Outcome.ELIGIBLE && preview.amount() == null) {
            String open = preview.openFacts().stream()
                    .map(name -> facts.getOrDefault(name, name))
                    .collect(Collectors.joining("、"));
            return new RowPreview(OPEN, "事实须由人核对", null, "登记查不到：" + open);
        }
        return new RowPreview(preview.outcome().name(), title(preview.outcome()), preview.amount(), basis);
    }

    private static String title(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> "可以退费";
            case INELIGIBLE -> "不予退费";
            default -> "文件没有规定，由主管判断";
        };
    }

    /** What the reviewer released: an amount where one was shown, else that people look at it. */
    private static BigDecimal released(RowPreview preview) {
        return preview.outcome().equals(Outcome.ELIGIBLE.name()) ? preview.amount() : null;
    }
}
