package org.yiban.backpay.calculator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.reference.Figure;
import org.yiban.reference.ReferenceFigures;
import org.yiban.region.RegionCode;

/** Holds figures that somebody stated against those on record: a floor or rate of another pool or year, a base above the cap. */
@Component
class ComparingFigures {

    private static final String MINIMUM_BASE = "minimumBase";
    private static final String LOCAL_RATE = "localRate";
    private static final Map<String, String> BASES_AT_RETIREMENT = basesAtRetirement();

    private final ReferenceFigures figures;

    ComparingFigures(ReferenceFigures figures) {
        this.figures = figures;
    }

    /**
     * What does not agree, in Chinese. It is said and not refused: reference data may be behind.
     *
     * @param stated the facts as stated, which the tables have read without complaint
     */
    List<String> remarks(RegionCode pool, Map<String, String> stated, LocalDate quotedOn) {
        List<String> remarks = new ArrayList<>();
        other(stated.get(MINIMUM_BASE), figures.minimumBase(pool, quotedOn))
                .ifPresent(figure -> remarks.add("所填的最低缴费基数 %s 元与参考数据不同：%s 元，%s。请核对是不是别的统筹区或别的年度的"
                        .formatted(stated.get(MINIMUM_BASE), figure.value().toPlainString(), figure.sourceSaid())));
        other(
                        stated.get(LOCAL_RATE),
                        figures.localRate(pool, stated.get("identity"), stated.get("accountType"), quotedOn))
                .ifPresent(figure -> remarks.add("所填的当地缴费比例 %s 与参考数据不同：%s，%s。请核对是不是别的统筹区的"
                        .formatted(stated.get(LOCAL_RATE), figure.value().toPlainString(), figure.sourceSaid())));
        LocalDate retirement = LocalDate.parse(stated.get("retirementAgeOn"));
        BASES_AT_RETIREMENT.forEach((fact, label) -> figures.maximumBase(pool, retirement)
                .filter(cap -> stated.get(fact) != null && new BigDecimal(stated.get(fact)).compareTo(cap.value()) > 0)
                .ifPresent(cap -> remarks.add("%s %s 元高于参考数据里当年的最高缴费基数 %s 元（%s），请核对"
                        .formatted(label, stated.get(fact), cap.value().toPlainString(), cap.sourceSaid()))));
        return remarks;
    }

    /** The figure on record, if another was stated. */
    private static Optional<Figure> other(String stated, Optional<Figure> onRecord) {
        return onRecord.filter(figure -> stated != null && new BigDecimal(stated).compareTo(figure.value()) != 0);
    }

    private static Map<String, String> basesAtRetirement() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("payableBaseBeforeRetirement", "退休上月应缴费基数");
        facts.put("baseAtRetirement", "办理医保退休时本人缴费基数");
        return facts;
    }
}
