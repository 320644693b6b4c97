package org.yiban.backpay.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiban.policy.Outcome;

/** Prices agree to the fen with the formulas of a spreadsheet that knows nothing of the tables. */
@TestInstance(Lifecycle.PER_CLASS)
class AmountsTest {

    private static final WeighingOptions OPTIONS = Weighing.with();
    private static final Set<String> FACTS = Set.of(
            "region", "identity", "quotedOn", "retirementAgeOn", "pensionStarted", "paidInFullToDate", "minimumBase");

    private final List<Map<String, String>> rows = new ArrayList<>();

    @BeforeAll
    void read() throws IOException {
        try (InputStream file = AmountsTest.class.getResourceAsStream("/backpay/amounts.xlsx");
                Workbook workbook = new XSSFWorkbook(file)) {
            FormulaEvaluator formulas = workbook.getCreationHelper().createFormulaEvaluator();
            Sheet sheet = workbook.getSheetAt(0);
            Row names = sheet.getRow(0);
            for (int i = 2; i <= sheet.getLastRowNum(); i++) {
                Map<String, String> row = new HashMap<>();
                for (Cell cell : sheet.getRow(i)) {
                    row.put(names.getCell(cell.getColumnIndex()).getStringCellValue(), text(cell, formulas));
                }
                rows.add(row);
            }
        }
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thePriceIsWhatTheSpreadsheetComesTo(Map<String, String> row) {
        // given
        Map<String, String> facts = new HashMap<>(row);
        facts.keySet().retainAll(FACTS);
        facts.put(row.get("named"), row.get("namedAmount"));
        if (row.get("rateIsLocal").equals("true")) {
            facts.put("localRate", row.get("rate"));
        }
        int months = new BigDecimal(row.get("months")).intValueExact();
        YearsTest shortOf =
                new YearsTest(null, null, Outcome.SHORT, null, null, null, months, months, months, "", List.of(), null);

        // when
        BackpayOption lumpSum = OPTIONS.quote(facts, shortOf).get(0);

        // then
        assertThat(lumpSum.outcome()).isEqualTo(Outcome.QUOTED);
        assertThat(lumpSum.baseKind()).isEqualTo(row.get("baseKind"));
        assertThat(lumpSum.base()).isEqualByComparingTo(row.get("base"));
        assertThat(lumpSum.rate()).isEqualByComparingTo(row.get("rate"));
        assertThat(lumpSum.months()).isEqualTo(months);
        assertThat(lumpSum.amount()).isEqualTo(new BigDecimal(row.get("amount")).setScale(2, RoundingMode.UNNECESSARY));
        assertThat(lumpSum.priceNamedBy()).isNull();
    }

    @Test
    void theSpreadsheetHasEveryKindOfBase() {
        assertThat(rows)
                .extracting(row -> row.get("baseKind"))
                .contains(
                        "LAST_BASE",
                        "PAYABLE_BASE_BEFORE_RETIREMENT",
                        "PENSION",
                        "BASE_AT_RETIREMENT",
                        "PROVINCIAL_AVERAGE",
                        "CITY_AVERAGE",
                        "MINIMUM_BASE");
    }

    private static String text(Cell cell, FormulaEvaluator formulas) {
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        return BigDecimal.valueOf(formulas.evaluate(cell).getNumberValue())
                .stripTrailingZeros()
                .toPlainString();
    }
}
