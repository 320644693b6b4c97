package org.yiban.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Role;
import org.yiban.casework.CaseEvent;
import org.yiban.casework.CasePart;
import org.yiban.casework.Cases;
import org.yiban.casework.attachments.Attachments;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.Violations;
import org.yiban.person.ContributionMonth;
import org.yiban.person.People;
import org.yiban.person.Scheme;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.sla.Clocks;
import org.yiban.sla.Leg;

/**
 * How the transfer-in side goes on where an agency elsewhere sends its information table on paper: a clerk types it in,
 * with a scan of it, and somebody else verifies it. One that comes by message afterwards changes nothing, unless this one is
 * questioned.
 */
@Component
public class RecordingPaperTables {

    /** The material that the scan is attached as. */
    static final String MATERIAL = "PAPER_TABLE";

    private static final String RECORDED = "paperTableRecorded";
    private static final Pattern YUAN = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");
    private static final int MOST_PERIODS = 100;

    private final CasesAtHand atHand;
    private final TransferPools pools;
    private final TransferProcess process;
    private final ApplicationRecords applications;
    private final InformationTables tables;
    private final Attachments attachments;
    private final Clocks clocks;
    private final Cases cases;
    private final People people;
    private final Regions regions;
    private final BusinessTime time;

    RecordingPaperTables(
            CasesAtHand atHand,
            TransferPools pools,
            TransferProcess process,
            ApplicationRecords applications,
            InformationTables tables,
            Attachments attachments,
            Clocks clocks,
            Cases cases,
            People people,
            Regions regions,
            BusinessTime time) {
        this.atHand = atHand;
        this.pools = pools;
        this.process = process;
        this.applications = applications;
        this.tables = tables;
        this.attachments = attachments;
        this.clocks = clocks;
        this.cases = cases;
        this.people = people;
        this.regions = regions;
        this.time = time;
    }

    /**
     * Takes a table on paper in place of the message that does not come.
     *
     * @throws ProblemException INVALID_INPUT naming everything that is wrong with it; CONFLICT without a scan of it, if the
     *     case waits for no table, or if the other side is served here
     */
    @Transactional
    public void record(CaseNumber number, PaperTable paper) {
        CasesAtHand.Taken taken = atHand.takeOpen(number, "纸质信息表由转入地录入", Role.INTAKE, Role.REVIEW);
        Transfer transfer = taken.transfer();
        if (!pools.elsewhere(transfer.fromPool())) {
            throw CasesAtHand.conflict(number, "转出地在本系统办理，由转出地核对信息表，不收纸质信息表");
        }
        InformationTable table =
                read(paper, transfer).onPaper(reference(paper), taken.user().id());
        requireScan(number);
        if (!process.tell(TransferModel.INFORMATION_TABLE_RECEIVED, transfer)) {
            throw CasesAtHand.conflict(number, "案件现在不等待转出地的信息表，不能录入");
        }
        tables.keep(number, table);
        clocks.beginLeg(number, Leg.TRANSFER_IN, time.today());
        cases.note(
                number,
                RECORDED,
                CasePart.ASSESS,
                "录入转出地的纸质信息表（%s，%s 出具）：实际缴费 %d 个月，视同缴费 %d 个月；由另一人核验"
                        .formatted(
                                table.paper().reference(), paper.issuedOn(), table.paidMonths(), table.deemedMonths()),
                taken.user().id());
    }

    private static String reference(PaperTable paper) {
        return FreeText.required("reference", paper.reference());
    }

    private InformationTable read(PaperTable paper, Transfer transfer) {
        Violations wrong = new Violations();
        wrong.collect(() -> reference(paper));
        String note = wrong.collect(() -> FreeText.optional("note", paper.note()));
        LocalDate issuedOn = paper.issuedOn();
        if (issuedOn == null) {
            wrong.add("issuedOn", null, "必填，格式 yyyy-MM-dd");
        } else if (issuedOn.isAfter(time.today())) {
            wrong.add("issuedOn", issuedOn.toString(), "不能晚于今天（" + time.today() + "）");
        }
        YearMonth now = YearMonth.from(time.today());
        if (paper.schemeStart() != null && paper.schemeStart().isAfter(now)) {
            wrong.add("schemeStart", paper.schemeStart().toString(), "不能晚于本月");
        }
        BigDecimal balance = money(wrong, "balance", paper.balance());
        if (balance != null && transfer.fromScheme() == Scheme.RESIDENT) {
            wrong.add("balance", balance.toPlainString(), "居民医保没有个人账户，不用填写");
        }
        List<ContributionMonth> months = months(paper, transfer, wrong);
        wrong.throwIfAny();
        return InformationTable.of(
                        months,
                        note,
                        transfer.fromPool(),
                        issuedOn.atTime(LocalTime.MIDNIGHT)
                                .atZone(BusinessTime.ZONE)
                                .toOffsetDateTime())
                .with(paper.schemeStart(), balance);
    }

    /** Each paper is typed in from a scan of its own: one that was attached since the last was. */
    private void requireScan(CaseNumber number) {
        Optional<OffsetDateTime> last = cases.history(number).stream()
                .filter(event -> event.step().equals(RECORDED))
                .map(CaseEvent::at)
                .reduce((before, after) -> after);
        boolean scanned = attachments.of(number).stream()
                .filter(attached -> attached.material().equals(MATERIAL))
                .anyMatch(attached -> last.isEmpty() || attached.addedAt().isAfter(last.get()));
        if (!scanned) {
            throw CasesAtHand.conflict(
                    number, last.isEmpty() ? "请先在“材料与附件”里收存纸质信息表的扫描件，再录入" : "请先在“材料与附件”里收存重新出具的纸质信息表的扫描件，再录入");
        }
    }

    private List<ContributionMonth> months(PaperTable paper, Transfer transfer, Violations wrong) {
        List<PaperTable.Period> periods = paper.months() == null ? List.of() : paper.months();
        if (periods.isEmpty() && corrects(transfer)) {
            return List.of();
        }
        if (periods.isEmpty() || periods.size() > MOST_PERIODS) {
            wrong.add("months", null, "应有 1 到 " + MOST_PERIODS + " 段月份；只有更正已办结转移的，可以没有月份");
            return List.of();
        }
        YearMonth last = YearMonth.from(time.today()).plusYears(1);
        YearMonth born = YearMonth.from(people.require(transfer.personId()).bornOn());
        Set<YearMonth> seen = new HashSet<>();
        List<ContributionMonth> all = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            PaperTable.Period period = periods.get(i);
            String field = "months[" + i + "]";
            BigDecimal base = money(wrong, field + ".base", period.base());
            RegionCode paidIn = wrong.collect(() -> paidIn(field + ".paidIn", period.paidIn(), transfer));
            if (period.kind() == null) {
                wrong.add(field + ".kind", null, "必填：PAID（实际缴费）或 DEEMED（视同缴费）");
            }
            if (period.from() == null || period.to() == null || period.to().isBefore(period.from())) {
                wrong.add(field + ".from", String.valueOf(period.from()), "起止月份必填，止月不早于起月");
            } else if (period.from().isBefore(born) || period.to().isAfter(last)) {
                wrong.add(field + ".from", period.from().toString(), "月份应在出生的 " + born + " 与 " + last + " 之间");
            } else if (paidIn != null && period.kind() != null) {
                for (YearMonth month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1)) {
                    if (!seen.add(month)) {
                        wrong.add(field + ".from", month.toString(), "这个月份出现两次");
                        break;
                    }
                    all.add(new ContributionMonth(
                            transfer.personId(),
                            transfer.fromPool(),
                            transfer.fromScheme(),
                            month,
                            period.kind(),
                            paidIn,
                            base,
                            null));
                }
            }
        }
        all.sort(Comparator.comparing(ContributionMonth::month));
        return all;
    }

    /** A correction may be about the balance or the start of the scheme alone. */
    private boolean corrects(Transfer transfer) {
        return applications
                .find(transfer.caseNumber())
                .map(Application::correctsCase)
                .isPresent();
    }

    private RegionCode paidIn(String field, String code, Transfer transfer) {
        return code == null || code.isBlank()
                ? transfer.fromPool()
                : regions.requirePool(field, code.strip()).code();
    }

    private static BigDecimal money(Violations wrong, String field, String amount) {
        if (amount == null || amount.isBlank()) {
            return null;
        }
        if (!YUAN.matcher(amount.strip()).matches()) {
            wrong.add(field, amount, "应为不小于 0 的金额，最多两位小数");
            return null;
        }
        return new BigDecimal(amount.strip()).setScale(2);
    }
}
