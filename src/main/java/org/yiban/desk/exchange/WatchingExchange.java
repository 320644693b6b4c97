package org.yiban.desk.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.access.Access;
import org.yiban.access.Role;
import org.yiban.audit.AuditAction;
import org.yiban.audit.AuditTrail;
import org.yiban.desk.exchange.ExchangeViews.MessagePage;
import org.yiban.desk.exchange.ExchangeViews.MessageView;
import org.yiban.desk.exchange.ExchangeViews.Overview;
import org.yiban.desk.exchange.ExchangeViews.PartnerView;
import org.yiban.desk.exchange.ExchangeViews.StateCount;
import org.yiban.exchange.Box;
import org.yiban.exchange.MessageRow;
import org.yiban.exchange.MessageState;
import org.yiban.exchange.Messages;
import org.yiban.exchange.Partners;
import org.yiban.exchange.Party;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;
import org.yiban.region.ServedPools;

/** What supervisors see of the exchange of their pools and do about it; what they do stands in the audit trail. */
@Component
class WatchingExchange {

    private static final int MOST = 200;
    private static final int TURNED_AWAY_SHOWN = 50;

    private final Messages messages;
    private final Partners partners;
    private final Regions regions;
    private final ServedPools served;
    private final Access access;
    private final AuditTrail audit;

    WatchingExchange(
            Messages messages,
            Partners partners,
            Regions regions,
            ServedPools served,
            Access access,
            AuditTrail audit) {
        this.messages = messages;
        this.partners = partners;
        this.regions = regions;
        this.served = served;
        this.access = access;
        this.audit = audit;
    }

    MessagePage page(Box box, MessageState state, Long before, int limit) {
        Set<RegionCode> pools = supervised();
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", Integer.toString(limit), "应为 1 到 " + MOST + " 的整数");
        }
        if (state != null && state.title(box) == null) {
            throw ProblemException.invalid("state", state.name(), "发件没有这种状态");
        }
        List<MessageRow> rows = messages.list(pools, box, state, before, limit);
        Long next = rows.size() < limit ? null : rows.get(rows.size() - 1).id();
        return new MessagePage(rows.stream().map(this::view).toList(), next);
    }

    Overview overview() {
        Set<RegionCode> pools = supervised();
        List<StateCount> counts = new ArrayList<>();
        for (Box box : Box.values()) {
            messages.counts(pools, box)
                    .forEach((state, number) -> counts.add(new StateCount(box, state, state.title(box), number)));
        }
        return new Overview(
                counts,
                partners.names().stream()
                        .sorted()
                        .map(name -> partner(name, pools))
                        .toList(),
                messages.turnedAway(
                        pools, served.all().stream().map(Region::code).toList(), TURNED_AWAY_SHOWN));
    }

    @Transactional
    public void offerAgain(Box box, long id, String reason) {
        Set<RegionCode> pools = supervised();
        String why = FreeText.required("reason", reason);
        MessageRow message = messages.offerAgain(pools, box, id);
        audit.record(
                AuditAction.MESSAGE_OFFERED_AGAIN,
                null,
                null,
                "%s %s（%s，原状态：%s）：%s"
                        .formatted(
                                box == Box.OUT ? "重新发送" : "重新处理",
                                message.key(),
                                message.type(),
                                message.state().title(box),
                                why));
    }

    private Set<RegionCode> supervised() {
        Set<RegionCode> pools = access.current().pools(Role.SUPERVISE);
        if (pools.isEmpty()) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "消息交换由统筹区的主管查看；您没有这个岗位。");
        }
        return pools;
    }

    private MessageView view(MessageRow row) {
        return new MessageView(
                row.box(),
                row.id(),
                row.key(),
                row.type(),
                title(row.from()),
                title(row.to()),
                row.conversationId().toString(),
                row.state(),
                row.state().title(row.box()),
                row.at(),
                row.attempts(),
                row.nextAttemptAt(),
                row.endedAt(),
                row.why(),
                row.state() != MessageState.DONE && row.state() != MessageState.WAITING);
    }

    private String title(Party party) {
        return party.isPool() ? regions.fullName(party.toPool()) : partners.title(party.name());
    }

    private PartnerView partner(String name, Set<RegionCode> pools) {
        return new PartnerView(
                name,
                partners.title(name),
                pools.stream()
                        .filter(pool -> partners.configured(name, pool))
                        .map(regions::fullName)
                        .sorted()
                        .toList());
    }
}
