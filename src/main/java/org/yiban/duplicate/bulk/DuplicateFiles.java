package org.yiban.duplicate.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiban.bulk.BulkColumn;
import org.yiban.bulk.BulkKind;
import org.yiban.bulk.BulkRow;
import org.yiban.bulk.ColumnType;
import org.yiban.bulk.ExaminedRow;
import org.yiban.bulk.Release;
import org.yiban.bulk.RowPreview;
import org.yiban.bulk.RowProblem;
import org.yiban.duplicate.CheckedDuplicate;
import org.yiban.duplicate.CheckingDuplicates;
import org.yiban.duplicate.DuplicateApplication;
import org.yiban.duplicate.PreviewingDuplicates;
import org.yiban.duplicate.RegisteringDuplicates;
import org.yiban.region.RegionCode;

/**
 * Lists of people whose relations stand twice, such as a comparison of whole registers finds them. A case is opened for each
 * row; people clear up every one of them.
 */
@Component
class DuplicateFiles implements BulkKind {

    private static final String NAME = "name";
    private static final String IDENTITY_NUMBER = "identityNumber";
    private static final String FOUND_ON = "foundOn";
    private static final String SCHEME = "scheme";
    private static final String OTHER_POOL = "otherPool";
    private static final String OTHER_SCHEME = "otherScheme";
    private static final String OTHER_FROM = "otherFrom";
    private static final Map<String, String> SCHEMES = Map.of("职工医保", "EMPLOYEE", "居民医保", "RESIDENT");

    private static final List<BulkColumn> COLUMNS = List.of(
            BulkColumn.required(NAME, "姓名", ColumnType.NAME, "虚构·张三"),
            BulkColumn.required(IDENTITY_NUMBER, "证件号码", ColumnType.IDENTITY_NUMBER, "389900199001011239"),
            BulkColumn.required(FOUND_ON, "发现日期", ColumnType.DATE, "2026-01-05"),
            BulkColumn.choice(SCHEME, "本地关系险种", SCHEMES),
            BulkColumn.required(OTHER_POOL, "另一关系统筹区代码", ColumnType.TEXT, "211200"),
            BulkColumn.choice(OTHER_SCHEME, "另一关系险种", SCHEMES),
            BulkColumn.optional(OTHER_FROM, "另一关系起始日", ColumnType.DATE, "2025-07-01"));

    private static final Set<String> NAMES =
            COLUMNS.stream().map(BulkColumn::name).collect(Collectors.toSet());

    private final CheckingDuplicates checking;
    private final PreviewingDuplicates previewing;
    private final RegisteringDuplicates registering;

    DuplicateFiles(CheckingDuplicates checking, PreviewingDuplicates previewing, RegisteringDuplicates registering) {
        this.checking = checking;
        this.previewing = previewing;
        this.registering = registering;
    }

    @Override
    public String key() {
        return "DUPLICATE";
    }

    @Override
    public String title() {
        return "清理重复参保";
    }

    @Override
    public List<BulkColumn> columns() {
        return COLUMNS;
    }

    /** The same two relations are cleared up once. */
    @Override
    public String sameness(BulkRow row) {
        return String.join(
                "|", row.text(IDENTITY_NUMBER), row.text(SCHEME), row.text(OTHER_POOL), row.text(OTHER_SCHEME));
    }

    @Override
    public String together(BulkRow row) {
        return row.text(IDENTITY_NUMBER);
    }

    @Override
    public List<ExaminedRow> examine(RegionCode pool, List<BulkRow> rows) {
        Set<Set<Object>> pairs = new HashSet<>();
        List<ExaminedRow> examined = new ArrayList<>();
        List<CheckedDuplicate> all =
                checking.check(rows.stream().map(row -> application(pool, row)).toList());
        for (int i = 0; i < rows.size(); i++) {
            BulkRow row = rows.get(i);
            CheckedDuplicate checked = all.get(i);
            if (!checked.wrong().isEmpty()) {
                examined.add(ExaminedRow.refused(
                        row,
                        checked.wrong().stream()
                                .map(wrong -> new RowProblem(column(wrong.field()), wrong.message()))
                                .toList()));
            } else if (!pairs.add(Set.of(checked.person().id(), checked.first(), checked.second()))) {
                examined.add(ExaminedRow.refused(row, List.of(new RowProblem(null, "前面的行已经登记了这两个关系"))));
            } else {
                examined.add(ExaminedRow.accepted(row, shown(checked)));
            }
        }
        return examined;
    }

    private RowPreview shown(CheckedDuplicate checked) {
        PreviewingDuplicates.Preview preview = previewing.of(checked);
        return new RowPreview(
                preview.outcome() == null ? "OPEN" : preview.outcome().name(), preview.title(), null, preview.basis());
    }

    @Override
    public RowOpener opener(Release release, List<BulkRow> rows) {
        return (row, preview, key) -> registering
                .registerReleased(
                        application(release.pool(), row), release.registeredBy(), key, Long.toString(release.file()))
                .caseFile()
                .number();
    }

    private static DuplicateApplication application(RegionCode pool, BulkRow row) {
        return new DuplicateApplication(
                row.text(IDENTITY_NUMBER),
                row.text(NAME),
                pool.value(),
                row.date(FOUND_ON),
                row.text(SCHEME),
                row.text(OTHER_POOL),
                row.text(OTHER_SCHEME),
                row.date(OTHER_FROM));
    }

    /** The column of a field; {@code null} if there is none. */
    private static String column(String field) {
        return NAMES.contains(field) ? field : null;
    }
}
