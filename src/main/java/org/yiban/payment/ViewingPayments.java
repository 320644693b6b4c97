package org.yiban.payment;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.Role;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.CaseNumber;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.ledger.CollectionOrder;
import org.yiban.ledger.CollectionOrders;
import org.yiban.ledger.OrderState;
import org.yiban.ledger.PaymentOrder;
import org.yiban.ledger.PaymentOrders;
import org.yiban.payment.BatchView.NoteView;
import org.yiban.payment.BatchView.ResultsView;
import org.yiban.payment.files.PaymentFormat;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Shows people the payments of their pools. Another pool's do not exist for them. */
@Component
public class ViewingPayments {

    private static final int MOST_LINES = 200;
    private static final int MOST_BATCHES = 100;
    private static final int MOST_COLLECTIONS = 200;
    private static final Role[] READERS = {Role.FINANCE, Role.APPROVE, Role.SUPERVISE, Role.AUDIT};

    private final Access access;
    private final BatchRecords batches;
    private final BatchNotes notes;
    private final ResultRecords results;
    private final PaymentFiles files;
    private final PaymentProcess process;
    private final PaymentSettings settings;
    private final PaymentOrders orders;
    private final CollectionOrders collections;
    private final Regions regions;
    private final AuditTrail audit;
    private final BusinessTime time;

    ViewingPayments(
            Access access,
            BatchRecords batches,
            BatchNotes notes,
            ResultRecords results,
            PaymentFiles files,
            PaymentProcess process,
            PaymentSettings settings,
            PaymentOrders orders,
            CollectionOrders collections,
            Regions regions,
            AuditTrail audit,
            BusinessTime time) {
        this.access = access;
        this.batches = batches;
        this.notes = notes;
        this.results = results;
        this.files = files;
        this.process = process;
        this.settings = settings;
        this.orders = orders;
        this.collections = collections;
        this.regions = regions;
        this.audit = audit;
        this.time = time;
    }

    /** Orders of a pool in some states, the earliest first. */
    public List<PaymentOrder> orders(RegionCode pool, Set<OrderState> states, long after, int most) {
        access.require(pool, READERS);
        return orders.ofPool(pool, states, after, most);
    }

    /** The latest batches of a pool. */
    public List<BatchSummary> batches(RegionCode pool) {
        access.require(pool, READERS);
        return batches.of(pool, MOST_BATCHES).stream().map(this::summary).toList();
    }

    /** The collection orders of a pool, the open ones first. */
    public List<CollectionOrder> collections(RegionCode pool) {
        access.require(pool, READERS);
        return collections.ofPool(pool, MOST_COLLECTIONS);
    }

    /**
     * A batch as it stands at one moment, also while its results are applied.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public BatchView of(CaseNumber number) {
        CurrentUser user = access.current();
        return view(visible(number, user), user);
    }

    /** The batch of an open task that the person may see. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public BatchView ofTask(String taskId) {
        return of(process.batchOf(taskId));
    }

    /** The number of the batch of an open task. */
    public CaseNumber numberOfTask(String taskId) {
        return process.batchOf(taskId);
    }

    /**
     * A file of a batch for finance, in full: account numbers stand in it, so that every download is recorded.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND, FORBIDDEN
     */
    @Transactional
    public Download download(CaseNumber number, PaymentFormat format) {
        PaymentBatch batch = visible(number, access.current());
        access.require(batch.pool(), Role.FINANCE);
        PaymentFiles.KeptFile file = files.require(number, format);
        audit.record(
                AuditAction.PAYMENT_FILE_DOWNLOADED,
                null,
                null,
                "批次 %s，%s，%d 笔 %s 元，SHA-256 %s"
                        .formatted(number, format.title(), batch.orders(), batch.total(), file.sha256()));
        return new Download(file.name(), format.mediaType(), file.bytes(), file.sha256());
    }

    /**
     * The account of an order in full, for those who pay or correct it; every look is recorded with its reason.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND, FORBIDDEN; INVALID_INPUT without a reason
     */
    @Transactional
    public String revealAccount(String order, String reason) {
        PaymentOrder found = orders.find(order == null ? "" : order)
                .filter(each -> access.current().casePools().contains(each.pool()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "order", order, "没有这张付款单"));
        access.require(found.pool(), Role.FINANCE, Role.REVIEW);
        String why = FreeText.required("reason", reason);
        audit.record(
                AuditAction.ACCOUNT_NUMBER_REVEALED,
                found.personId(),
                found.caseNumber().value(),
                "付款单 " + found.key() + "：" + why);
        return orders.account(found.key()).number();
    }

    private PaymentBatch visible(CaseNumber number, CurrentUser user) {
        return batches.find(number)
                .filter(batch -> user.casePools().contains(batch.pool()))
                .orElseThrow(() -> BatchRecords.unknown(number.value()));
    }

    private BatchSummary summary(PaymentBatch batch) {
        return new BatchSummary(
                batch.number(),
                batch.state(),
                batch.state().title(),
                batch.orders(),
                batch.total(),
                batch.settledOrders(),
                access.nameOf(batch.drawnBy()),
                batch.drawnAt(),
                batch.resultsDueOn(),
                batch.state() == BatchState.LEFT && batch.resultsDueOn().isBefore(time.today()));
    }

    private BatchView view(PaymentBatch batch, CurrentUser user) {
        List<BatchLine> lines = batches.lines(batch.number());
        return new BatchView(
                batch.number(),
                batch.pool().value(),
                regions.fullName(batch.pool()),
                batch.state(),
                batch.state().title(),
                batch.drawnBy().equals(user.id()),
                batch.orders(),
                batch.total(),
                batch.settledOrders(),
                settings.payer(batch.pool()).name(),
                access.nameOf(batch.drawnBy()),
                batch.drawnAt(),
                nameOf(batch.decidedBy()),
                batch.decidedAt(),
                batch.refusal(),
                batch.leftAt(),
                batch.resultsDueOn(),
                way(batch),
                receipt(batch),
                files.digests(batch.number()),
                lines.stream().limit(MOST_LINES).toList(),
                Math.max(0, lines.size() - MOST_LINES),
                lines.stream()
                        .filter(line -> OrderState.UNKNOWN.name().equals(line.outcome()))
                        .toList(),
                results.of(batch.number()).stream()
                        .map(kept -> new ResultsView(
                                kept.name(),
                                kept.sha256(),
                                kept.receivedAt(),
                                kept.by() == null ? "财政" : access.nameOf(kept.by()),
                                kept.rows(),
                                kept.unapplied(),
                                kept.contradicted()))
                        .toList(),
                notes.of(batch.number()).stream()
                        .map(note -> new NoteView(
                                note.at(), note.by() == null ? "系统" : access.nameOf(note.by()), note.text()))
                        .toList());
    }

    private String nameOf(String user) {
        return user == null ? null : access.nameOf(user);
    }

    private static String way(PaymentBatch batch) {
        if (batch.connected() == null) {
            return null;
        }
        return batch.connected() ? "由系统发往财政" : "由财务下载后送交财政";
    }

    private static String receipt(PaymentBatch batch) {
        if (batch.accepted() == null) {
            return null;
        }
        return batch.accepted() ? "已接收" : "不接收：" + batch.receiptReason();
    }

    /** @param content the file in clear */
    public record Download(String name, String mediaType, byte[] content, String sha256) {}
}
