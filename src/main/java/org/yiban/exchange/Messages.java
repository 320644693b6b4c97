package org.yiban.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.region.RegionCode;

/** What stands in the boxes, for those who watch over it, and offering again what was refused or fails. */
@Component
public class Messages {

    private static final String OF_POOLS = "(sender in (:pools) or recipient in (:pools))";

    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final Partners partners;

    Messages(JdbcClient jdbc, BusinessTime time, Partners partners) {
        this.jdbc = jdbc;
        this.time = time;
        this.partners = partners;
    }

    /**
     * The messages that pools sent or are sent, newest first.
     *
     * @param state how they stand; {@code null} for all that are not done
     * @param before only those with a smaller number than this; {@code null} for the newest
     */
    public List<MessageRow> list(Set<RegionCode> pools, Box box, MessageState state, Long before, int limit) {
        if (pools.isEmpty() || state != null && !state.occursIn(box)) {
            return List.of();
        }
        String stands = state == null ? box.done() + " is null" : state.condition(box);
        return jdbc.sql("select *, " + stateOf(box) + " as state from " + box.table() + " where " + stands + " and "
                        + OF_POOLS
                        + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit")
                .param("pools", codes(pools))
                .param("before", before)
                .param("limit", limit)
                .query((row, i) -> row(box, row))
                .list();
    }

    /** How many messages of pools stand how, leaving out those that are done. */
    public Map<MessageState, Integer> counts(Set<RegionCode> pools, Box box) {
        Map<MessageState, Integer> counts = new LinkedHashMap<>();
        if (!pools.isEmpty()) {
            jdbc.sql("select " + stateOf(box) + " as state, count(*) as messages from " + box.table() + " where "
                            + box.done() + " is null and " + OF_POOLS + " group by 1")
                    .param("pools", codes(pools))
                    .query(row -> {
                        counts.put(MessageState.valueOf(row.getString("state")), row.getInt("messages"));
                    });
        }
        return counts;
    }

    /** The signed messages of partners to these pools, or to nobody served here, that were not let in; newest first. */
    public List<TurnedAway> turnedAway(Set<RegionCode> pools, Collection<RegionCode> served, int limit) {
        if (pools.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from yiban.turned_away where recipient in (:pools) or recipient not in (:served)
                        order by last_at desc, id desc limit :limit
                        """)
                .param("pools", codes(pools))
                .param("served", codes(served))
                .param("limit", limit)
                .query((row, i) -> new TurnedAway(
                        row.getLong("id"),
                        row.getString("sender"),
                        row.getString("recipient"),
                        row.getString("message_key"),
                        row.getString("type"),
                        row.getString("reason"),
                        moment(row, "first_at"),
                        moment(row, "last_at"),
                        row.getInt("times")))
                .list();
    }

    /**
     * Lets a message be tried again at once, as if it had just come.
     *
     * @return the message as it stood before
     * @throws ProblemException NOT_FOUND if these pools have no such message, CONFLICT if it is delivered or handled
     */
    @Transactional
    public MessageRow offerAgain(Set<RegionCode> pools, Box box, long id) {
        MessageRow message = (pools.isEmpty() ? List.<MessageRow>of() : locked(pools, box, id))
                .stream().findFirst().orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "没有这条消息。"));
        if (message.state() == MessageState.DONE) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "这条消息" + message.state().title(box) + "，不需要再发。");
        }
        jdbc.sql("update " + box.table()
                        + " set refused_at = null, last_error = null, attempts = 0, next_attempt_at = ?"
                        + (box == Box.IN ? ", early = false" : "") + " where id = ?")
                .params(time.now().toOffsetDateTime(), id)
                .update();
        return message;
    }

    private List<MessageRow> locked(Set<RegionCode> pools, Box box, long id) {
        return jdbc.sql("select *, " + stateOf(box) + " as state from " + box.table() + " where id = :id and "
                        + OF_POOLS + " for update")
                .param("id", id)
                .param("pools", codes(pools))
                .query((row, i) -> row(box, row))
                .list();
    }

    /** The state of a row as an expression in SQL. */
    static String stateOf(Box box) {
        List<String> cases = new ArrayList<>();
        for (MessageState state : MessageState.values()) {
            if (state.occursIn(box)) {
                cases.add("when " + state.condition(box) + " then '" + state.name() + "'");
            }
        }
        return cases.stream().collect(Collectors.joining(" ", "case ", " end"));
    }

    private MessageRow row(Box box, ResultSet row) throws SQLException {
        MessageState state = MessageState.valueOf(row.getString("state"));
        Party to = new Party(row.getString("recipient"));
        boolean ended = state == MessageState.DONE || state == MessageState.REFUSED;
        return new MessageRow(
                box,
                row.getLong("id"),
                row.getString("message_key"),
                row.getString("type"),
                new Party(row.getString("sender")),
                to,
                row.getObject("conversation_id", UUID.class),
                state,
                moment(row, box.written()),
                row.getInt("attempts"),
                ended ? null : moment(row, "next_attempt_at"),
                state == MessageState.DONE ? moment(row, box.done()) : moment(row, "refused_at"),
                why(state, row));
    }

    private String why(MessageState state, ResultSet row) throws SQLException {
        String partner = row.getString("partner");
        boolean noWay = state == MessageState.WAITING && partner != null && !partners.configured(partner);
        return noWay ? "没有配置伙伴 " + partner + " 的地址" : row.getString("last_error");
    }

    private static List<String> codes(Collection<RegionCode> pools) {
        return pools.stream().map(RegionCode::value).toList();
    }

    private static ZonedDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.atZoneSameInstant(BusinessTime.ZONE);
    }
}
