package org.yiban.walks;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yiban.kernel.CaseNumber;
import org.yiban.person.MonthKind;
import org.yiban.support.ApiClient.Answer;
import org.yiban.support.DirectApi;
import org.yiban.transfer.AttachingMaterials;
import org.yiban.transfer.PaperTable;
import org.yiban.transfer.RecordingPaperTables;

/** What agencies elsewhere send on paper. */
@Component
@Lazy
class PapersOfWalks {

    private static final byte[] SCAN = "%PDF-1.7 虚构的扫描件".getBytes(StandardCharsets.UTF_8);
    private static final PaperTable TABLE = new PaperTable(
            "青医保转〔2026〕8号",
            LocalDate.of(2026, 2, 20),
            YearMonth.of(2001, 1),
            "865.20",
            null,
            List.of(
                    new PaperTable.Period(
                            YearMonth.of(2024, 1), YearMonth.of(2025, 12), MonthKind.PAID, null, "4200.00"),
                    new PaperTable.Period(
                            YearMonth.of(2023, 10), YearMonth.of(2023, 12), MonthKind.DEEMED, null, null)));

    private final DirectApi api;
    private final AttachingMaterials attaching;
    private final RecordingPaperTables recording;

    PapersOfWalks(DirectApi api, AttachingMaterials attaching, RecordingPaperTables recording) {
        this.api = api;
        this.attaching = attaching;
        this.recording = recording;
    }

    /** Somebody files a table with a scan of it; who verifies is somebody else. */
    Answer record(String user, String caseNumber) {
        CaseNumber number = new CaseNumber(caseNumber);
        Answer attached = api.as(user, () -> attaching.add(number, "PAPER_TABLE", "信息表.pdf", SCAN));
        return attached.status() == 200 ? api.as(user, () -> recording.record(number, TABLE)) : attached;
    }
}
