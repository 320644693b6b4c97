package org.yiban.payment.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.yiban.ledger.OrderState;

/** Reads {@code batch,order,state,amount,reason}, closed by a row {@code TOTAL,<count>,,<sum>,}. */
final class ResultCsv {

    private static final List<String> COLUMNS = List.of("batch", "order", "state", "amount", "reason");
    private static final String TOTAL = "TOTAL";
    private static final String RETURNED = "RETURNED";
    private static final Map<String, OrderState> STATES = Map.of(
            "PAID",
            OrderState.PAID,
            "REJECTED",
            OrderState.REJECTED,
            RETURNED,
            OrderState.REJECTED,
            "UNKNOWN",
            OrderState.UNKNOWN);

    private final FileDefects defects;
    private final List<ResultRow> rows = new ArrayList<>();
    private String batch;
    private BigDecimal sum = BigDecimal.ZERO.setScale(2);

    ResultCsv(FileDefects defects) {
        this.defects = defects;
    }

    ResultFile read(String text) {
        List<CSVRecord> records = records(text);
        if (records.isEmpty()
                || !records.get(0).toList().stream().map(String::strip).toList().equals(COLUMNS)) {
            defects.ofFile(null, "第一行应为列名 " + String.join(",", COLUMNS));
            return file();
        }
        if (records.size() < 2
                || !records.get(records.size() - 1).get(0).strip().equals(TOTAL)) {
            defects.ofFile(null, "最后一行应为合计：TOTAL,笔数,,金额,");
            return file();
        }
        for (int i = 1; i < records.size() - 1; i++) {
            row(i, records.get(i));
        }
        total(records.get(records.size() - 1));
        return file();
    }

    private void row(int number, CSVRecord record) {
        if (record.size() != COLUMNS.size()) {
            defects.ofRow(number, null, "应有 " + COLUMNS.size() + " 列，现有 " + record.size() + " 列");
            return;
        }
        List<String> cells = Arrays.stream(record.values()).map(String::strip).toList();
        if (batch == null) {
            batch = cells.get(0);
        } else if (!batch.equals(cells.get(0))) {
            defects.ofRow(number, cells.get(0), "批次与第 1 笔不同，一个文件只能写一个批次的结果");
        }
        OrderState state = STATES.get(cells.get(2));
        if (state == null) {
            defects.ofRow(number, cells.get(2), "状态应为 PAID（已付）、REJECTED（退回）、RETURNED（付后退汇）或 UNKNOWN（不明）");
        }
        BigDecimal amount = ResultFileReader.amount(number, cells.get(3), defects);
        String reason = state == null ? null : ResultFileReader.reason(number, state, cells.get(4), defects);
        sum = amount == null ? sum : sum.add(amount);
        rows.add(new ResultRow(
                number, cells.get(1), state, amount, reason, cells.get(2).equals(RETURNED)));
    }

    private void total(CSVRecord record) {
        String count = record.size() > 1 ? record.get(1).strip() : "";
        String stated = record.size() > 3 ? record.get(3).strip() : "";
        if (!count.equals(String.valueOf(rows.size()))) {
            defects.ofFile(count, "合计笔数不符：写明 " + count + " 笔，实有 " + rows.size() + " 笔");
        }
        if (!stated.matches("\\d{1,15}(\\.\\d{1,2})?") || new BigDecimal(stated).compareTo(sum) != 0) {
            defects.ofFile(stated, "合计金额不符：写明 " + stated + " 元，逐笔相加 " + sum + " 元");
        }
    }

    private ResultFile file() {
        return new ResultFile(ResultFormat.CSV, batch, null, null, null, rows);
    }

    private List<CSVRecord> records(String text) {
        try (var parser =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (UncheckedIOException | IOException e) {
            defects.ofFile(null, "不是有效的 CSV：引号没有配对");
            return List.of();
        }
    }
}
