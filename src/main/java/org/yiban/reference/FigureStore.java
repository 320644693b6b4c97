package org.yiban.reference;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiban.reference.FigureProposal.Review;
import org.yiban.reference.FigureProposal.ReviewOutcome;
import org.yiban.region.RegionCode;

/** Reads and writes figures and what became of their proposals. Only adds; every addition joins the caller's transaction. */
@Component
class FigureStore {

    private static final int PLACES_OF_RATES = 4;
    private static final int CENTS = 2;
    private static final String COLUMNS = """
            f.id, f.kind, f.region, f.year, f.from_day, f.until_day, f.value, f.identity, f.account_type, f.announced_on,
            f.source, f.nature, f.replaces, f.proposal""";
    private static final String PROPOSAL = """
            select p.id, p.file_name, p.withdraws, p.note, p.shipped, p.proposed_by, p.proposed_at,
                   r.outcome, r.reason, r.by_user, r.at
            from yiban.reference_proposal p left join yiban.reference_review r on r.proposal = p.id
            """;

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes whoever else puts figures on record wait until the caller's transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('yiban.reference'))")
                .query((row, n) -> n)
                .list();
    }

    /** The figures in use of some regions. */
    List<Figure> inUse(Collection<RegionCode> regions) {
        return jdbc.sql("select " + COLUMNS + " from yiban.reference_in_use f where f.region = any (?) order by f.id")
                .param(codes(regions))
                .query(FigureStore::figure)
                .list();
    }

    /** A figure in use. */
    Optional<Figure> inUse(long id) {
        return jdbc.sql("select " + COLUMNS + " from yiban.reference_in_use f where f.id = ?")
                .param(id)
                .query(FigureStore::figure)
                .optional();
    }

    /** Whether anything came with the application. */
    boolean shipped() {
        return jdbc.sql("select exists (select 1 from yiban.reference_proposal where shipped)")
                .query(Boolean.class)
                .single();
    }

    long insert(NewProposal proposal) {
        return jdbc.sql("""
                        insert into yiban.reference_proposal (file_name, withdraws, note, shipped, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        proposal.file(),
                        proposal.withdraws(),
                        proposal.note(),
                        proposal.shipped(),
                        proposal.by(),
                        proposal.at())
                .query(Long.class)
                .single();
    }

    void insert(long proposal, ProposedFigure proposed) {
        Figure figure = proposed.figure();
        jdbc.sql("""
                        insert into yiban.reference_figure (proposal, kind, region, year, from_day, until_day, value,
                            identity, account_type, announced_on, source, nature, replaces)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        proposal,
                        figure.kind().name(),
                        figure.region().value(),
                        figure.year(),
                        figure.from(),
                        figure.until(),
                        figure.value(),
                        figure.identity(),
                        figure.accountType(),
                        figure.announcedOn(),
                        figure.source(),
                        figure.nature().name(),
                        proposed.replaces())
                .update();
    }

    void insert(FigureProposal proposal, Review review) {
        jdbc.sql("""
                        insert into yiban.reference_review (proposal, proposed_by, shipped, outcome, reason, by_user, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        proposal.id(),
                        proposal.proposedBy(),
                        proposal.shipped(),
                        review.outcome().name(),
                        review.reason(),
                        review.by(),
                        review.at())
                .update();
    }

    /** A proposal with its figures. */
    Optional<FigureProposal> proposal(long id) {
        return jdbc.sql(PROPOSAL + " where p.id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** The proposals that concern one of the regions, newest first. */
    List<FigureProposal> proposals(Collection<RegionCode> regions, int limit) {
        return jdbc.sql(PROPOSAL + """
                         where exists (select 1 from yiban.reference_figure f
                             where (f.proposal = p.id or f.id = p.withdraws) and f.region = any (?))
                        order by p.id desc limit ?""")
                .params(codes(regions), limit)
                .query(this::read)
                .list();
    }

    /** The released figures of some regions, those that were replaced or withdrawn too, with who put them on record. */
    List<RecordedFigure> released(Collection<RegionCode> regions) {
        return jdbc.sql("select " + COLUMNS + """
                        , p.shipped, p.proposed_by, p.proposed_at, r.by_user, r.at,
                               (select min(later.id) from yiban.reference_figure later
                                join yiban.reference_review lr on lr.proposal = later.proposal and lr.outcome = 'RELEASED'
                                where later.replaces = f.id) as replaced_by,
                               (select min(w.id) from yiban.reference_proposal w
                                join yiban.reference_review wr on wr.proposal = w.id and wr.outcome = 'RELEASED'
                                where w.withdraws = f.id) as withdrawn_by
                        from yiban.reference_figure f
                        join yiban.reference_proposal p on p.id = f.proposal
                        join yiban.reference_review r on r.proposal = p.id and r.outcome = 'RELEASED'
                        where f.region = any (?) order by f.kind, f.region, f.from_day desc, f.id desc
                        """)
                .param(codes(regions))
                .query((row, n) -> new RecordedFigure(
                        figure(row, n),
                        row.getObject("replaces", Long.class),
                        row.getLong("proposal"),
                        row.getBoolean("shipped"),
                        row.getString("proposed_by"),
                        row.getObject("proposed_at", OffsetDateTime.class),
                        row.getString("by_user"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getObject("replaced_by", Long.class),
                        row.getObject("withdrawn_by", Long.class)))
                .list();
    }

    private FigureProposal read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Long withdraws = row.getObject("withdraws", Long.class);
        String outcome = row.getString("outcome");
        Review review = outcome == null
                ? null
                : new Review(
                        ReviewOutcome.valueOf(outcome),
                        row.getString("reason"),
                        row.getString("by_user"),
                        row.getObject("at", OffsetDateTime.class));
        return new FigureProposal(
                id,
                row.getString("file_name"),
                withdraws,
                row.getString("note"),
                row.getBoolean("shipped"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class),
                review,
                lines(id, withdraws));
    }

    /** The figures of a proposal; of a withdrawal the one that is withdrawn. */
    private List<FigureProposal.Line> lines(long proposal, Long withdraws) {
        return jdbc.sql("select " + COLUMNS
                        + " from yiban.reference_figure f where f.proposal = ? or f.id = ? order by f.id")
                .params(proposal, withdraws)
                .query((row, n) -> new FigureProposal.Line(figure(row, n), row.getObject("replaces", Long.class)))
                .list();
    }

    private static String[] codes(Collection<RegionCode> regions) {
        return regions.stream().map(RegionCode::value).toArray(String[]::new);
    }

    private static Figure figure(ResultSet row, int number) throws SQLException {
        FigureKind kind = FigureKind.valueOf(row.getString("kind"));
        BigDecimal value = row.getBigDecimal("value").setScale(kind.isRate() ? PLACES_OF_RATES : CENTS);
        return new Figure(
                row.getLong("id"),
                kind,
                new RegionCode(row.getString("region")),
                row.getInt("year"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                value,
                row.getString("identity"),
                row.getString("account_type"),
                row.getObject("announced_on", LocalDate.class),
                row.getString("source"),
                FigureNature.valueOf(row.getString("nature")));
    }

    /** A proposal that is to be kept. */
    record NewProposal(String file, Long withdraws, String note, boolean shipped, String by, OffsetDateTime at) {}
}
