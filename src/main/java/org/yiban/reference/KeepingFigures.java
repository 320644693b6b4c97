package org.yiban.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.kernel.BusinessTime;
import org.yiban.kernel.FreeText;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.kernel.Violations;
import org.yiban.reference.FigureProposal.Review;
import org.yiban.reference.FigureProposal.ReviewOutcome;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/**
 * Puts figures on record by four eyes: one person proposes them with their source, another releases or returns them. A
 * figure is never changed; a correction is a new one that takes its place, and the old one stays to be seen.
 */
@Component
public class KeepingFigures {

    private final FigureStore store;
    private final FigureRanges ranges;
    private final Regions regions;
    private final BusinessTime time;

    KeepingFigures(FigureStore store, FigureRanges ranges, Regions regions, BusinessTime time) {
        this.store = store;
        this.ranges = ranges;
        this.regions = regions;
        this.time = time;
    }

    /**
     * Puts one figure forward.
     *
     * @param mayKeep refuses regions whose figures the person does not keep
     * @throws ProblemException naming everything that is wrong; nothing is kept then
     */
    @Transactional
    public FigureProposal propose(StatedFigure stated, String note, String by, Consumer<Set<RegionCode>> mayKeep) {
        return propose(List.of(new FigureCsv.Line("", stated)), null, note, by, mayKeep);
    }

    /**
     * Puts the figures of a file forward, all or none.
     *
     * @param mayKeep refuses regions whose figures the person does not keep
     * @throws ProblemException naming line, column, value and what is allowed, of all that is wrong; nothing is kept then
     */
    @Transactional
    public FigureProposal propose(
            String file, byte[] content, String note, String by, Consumer<Set<RegionCode>> mayKeep) {
        return propose(FigureCsv.read(content), file, note, by, mayKeep);
    }

    private FigureProposal propose(
            List<FigureCsv.Line> lines, String file, String note, String by, Consumer<Set<RegionCode>> mayKeep) {
        String said = FreeText.optional("note", note);
        store.lock();
        List<ProposedFigure> figures = read(lines, FigureNature.ANNOUNCED);
        mayKeep.accept(regionsOf(figures));
        requireRoom(figures);
        return keep(
                new FigureStore.NewProposal(
                        file, null, said, false, by, time.now().toOffsetDateTime()),
                figures);
    }

    /**
     * Proposes that a figure in use be withdrawn, without another in its place.
     *
     * @throws ProblemException NOT_FOUND if no such figure is in use; INVALID_INPUT without a reason
     */
    @Transactional
    public FigureProposal proposeWithdrawal(long figure, String reason, String by, Consumer<Set<RegionCode>> mayKeep) {
        String why = FreeText.required("reason", reason);
        store.lock();
        mayKeep.accept(Set.of(requireInUse(figure).region()));
        return keep(
                new FigureStore.NewProposal(
                        null, figure, why, false, by, time.now().toOffsetDateTime()),
                List.of());
    }

    /**
     * Releases a proposal: from now on its figures are in use.
     *
     * @throws ProblemException FORBIDDEN for who proposed it; CONFLICT if it was dealt with, or no longer fits what is in use
     */
    @Transactional
    public FigureProposal release(long id, String by, Consumer<Set<RegionCode>> mayKeep) {
        FigureProposal proposal = requireOpen(id, mayKeep);
        requireAnother(proposal, by);
        if (proposal.withdraws() != null) {
            requireInUse(proposal.withdraws());
        } else {
            requireRoom(proposal.lines().stream()
                    .map(line -> new ProposedFigure(line.figure(), line.replaces(), ""))
                    .toList());
        }
        return close(
                proposal,
                new Review(ReviewOutcome.RELEASED, null, by, time.now().toOffsetDateTime()));
    }

    /**
     * Returns a proposal to who made it.
     *
     * @throws ProblemException as {@link #release}; INVALID_INPUT without a reason
     */
    @Transactional
    public FigureProposal giveBack(long id, String reason, String by, Consumer<Set<RegionCode>> mayKeep) {
        String why = FreeText.required("reason", reason);
        FigureProposal proposal = requireOpen(id, mayKeep);
        requireAnother(proposal, by);
        return close(
                proposal, new Review(ReviewOutcome.RETURNED, why, by, time.now().toOffsetDateTime()));
    }

    /**
     * Takes a proposal back.
     *
     * @throws ProblemException FORBIDDEN for everybody but who made it; CONFLICT if it was dealt with
     */
    @Transactional
    public FigureProposal takeBack(long id, String by, Consumer<Set<RegionCode>> mayKeep) {
        FigureProposal proposal = requireOpen(id, mayKeep);
        if (!proposal.proposedBy().equals(by)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "只有提出人可以收回；您可以退回并写明原因");
        }
        return close(
                proposal,
                new Review(ReviewOutcome.TAKEN_BACK, null, by, time.now().toOffsetDateTime()));
    }

    /** Puts figures on record that come with the application, once: nobody proposes or releases them. */
    @Transactional
    void ship(byte[] content, String name, FigureNature nature) {
        store.lock();
        if (store.shipped()) {
            return;
        }
        List<ProposedFigure> figures = read(FigureCsv.read(content), nature);
        requireRoom(figures);
        FigureProposal proposal = keep(
                new FigureStore.NewProposal(
                        name, null, null, true, name, time.now().toOffsetDateTime()),
                figures);
        close(
                proposal,
                new Review(ReviewOutcome.RELEASED, null, name, time.now().toOffsetDateTime()));
    }

    private List<ProposedFigure> read(List<FigureCsv.Line> lines, FigureNature nature) {
        Violations problems = new Violations();
        LocalDate today = time.today();
        List<ProposedFigure> figures = new ArrayList<>();
        for (FigureCsv.Line line : lines) {
            ProposedFigure read =
                    new FigureReading(regions, ranges, today, problems, line.at()).read(line.stated(), nature);
            if (read != null) {
                figures.add(read);
            }
        }
        problems.throwIfAny();
        return figures;
    }

    private void requireRoom(List<ProposedFigure> figures) {
        Violations problems = new Violations();
        new FigureChecks(store.inUse(regionsOf(figures)), regions, problems).check(figures);
        problems.throwIfAny();
    }

    private FigureProposal keep(FigureStore.NewProposal proposal, Collection<ProposedFigure> figures) {
        long id = store.insert(proposal);
        figures.forEach(figure -> store.insert(id, figure));
        return store.proposal(id).orElseThrow();
    }

    private FigureProposal close(FigureProposal proposal, Review review) {
        store.insert(proposal, review);
        return store.proposal(proposal.id()).orElseThrow();
    }

    private FigureProposal requireOpen(long id, Consumer<Set<RegionCode>> mayKeep) {
        store.lock();
        FigureProposal proposal = store.proposal(id)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND, "id", String.valueOf(id), "没有这一次提出"));
        mayKeep.accept(
                proposal.lines().stream().map(line -> line.figure().region()).collect(Collectors.toSet()));
        if (proposal.review() != null) {
            throw ProblemException.of(ProblemKind.CONFLICT, "这一次提出已经办过了，请刷新页面");
        }
        return proposal;
    }

    private static void requireAnother(FigureProposal proposal, String by) {
        if (proposal.proposedBy().equals(by)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN, "这些数是您提出的，要由另一位主管审定；您可以收回");
        }
    }

    private Figure requireInUse(long figure) {
        return store.inUse(figure)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND, "figure", String.valueOf(figure), "没有这个编号的数，或它已被更正、撤销"));
    }

    private static Set<RegionCode> regionsOf(List<ProposedFigure> figures) {
        return figures.stream().map(each -> each.figure().region()).collect(Collectors.toSet());
    }
}
