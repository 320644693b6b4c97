package org.yiban.reference.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.access.KeptRegions;
import org.yiban.kernel.ProblemException;
import org.yiban.kernel.ProblemKind;
import org.yiban.reference.Figure;
import org.yiban.reference.FigureKind;
import org.yiban.reference.FigureProposal;
import org.yiban.reference.RecordedFigure;
import org.yiban.reference.ViewingFigures;
import org.yiban.reference.web.ReferenceViews.FigureView;
import org.yiban.reference.web.ReferenceViews.KindView;
import org.yiban.reference.web.ReferenceViews.LineView;
import org.yiban.reference.web.ReferenceViews.Overview;
import org.yiban.reference.web.ReferenceViews.ProposalView;
import org.yiban.reference.web.ReferenceViews.RecordedView;
import org.yiban.reference.web.ReferenceViews.RegionName;
import org.yiban.region.Region;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Reference data for people. What was announced is public: all who work here may read it; whose is kept by whom is asked here. */
@Component
class ReferenceReading {

    private static final int MOST_PROPOSALS = 100;

    private final ViewingFigures viewing;
    private final Access access;
    private final KeptRegions kept;
    private final Regions regions;

    ReferenceReading(ViewingFigures viewing, Access access, KeptRegions kept, Regions regions) {
        this.viewing = viewing;
        this.access = access;
        this.kept = kept;
        this.regions = regions;
    }

    Overview overview() {
        CurrentUser user = access.current();
        return new Overview(
                Arrays.stream(FigureKind.values())
                        .map(kind -> new KindView(kind, kind.title(), kind.isWage(), kind.isRate()))
                        .toList(),
                names(kept.concerning(user)),
                names(kept.of(user)));
    }

    /**
     * The figures for a pool and its province, or for a province alone; without region those of the person's pools.
     *
     * @param past whether those that were replaced or withdrawn are shown, too
     */
    List<RecordedView> figures(String region, boolean past) {
        CurrentUser user = access.current();
        List<RegionCode> mayKeep = kept.of(user);
        return viewing.figures(region == null || region.isBlank() ? kept.concerning(user) : around(region)).stream()
                .filter(recorded -> past || recorded.inUse())
                .map(recorded -> view(recorded, mayKeep))
                .toList();
    }

    /** The latest proposals that concern the person's pools and their provinces. */
    List<ProposalView> proposals() {
        CurrentUser user = access.current();
        List<RegionCode> mayKeep = kept.of(user);
        return viewing.proposals(kept.concerning(user), MOST_PROPOSALS).stream()
                .filter(proposal -> !proposal.shipped())
                .map(proposal -> view(proposal, user, mayKeep))
                .toList();
    }

    /** A proposal as the acting person sees it. */
    ProposalView view(FigureProposal proposal) {
        CurrentUser user = access.current();
        return view(proposal, user, kept.of(user));
    }

    /** Refuses regions whose figures the acting person does not keep, FORBIDDEN naming the first. */
    void requireKept(Set<RegionCode> asked) {
        List<RegionCode> mayKeep = kept.of(access.current());
        asked.stream()
                .filter(region -> !mayKeep.contains(region))
                .sorted()
                .findFirst()
                .ifPresent(region -> {
                    throw ProblemException.of(
                            ProblemKind.FORBIDDEN,
                            "region",
                            region.value(),
                            "您不能维护" + regions.fullName(region) + "的参考数据：统筹区的由该统筹区的主管维护，省的由“工作日历维护”组里的主管维护。");
                });
    }

    private Collection<RegionCode> around(String code) {
        Region region = regions.require("region", code);
        Set<RegionCode> codes = new TreeSet<>(Set.of(regions.provinceOf(region.code())));
        if (region.pool() != null) {
            codes.add(region.pool());
        }
        return codes;
    }

    private RecordedView view(RecordedFigure recorded, List<RegionCode> mayKeep) {
        return new RecordedView(
                view(recorded.figure()),
                recorded.inUse(),
                recorded.replaces(),
                recorded.replacedBy(),
                recorded.withdrawnBy(),
                recorded.shipped() ? null : access.nameOf(recorded.proposedBy()),
                recorded.proposedAt(),
                recorded.shipped() ? null : access.nameOf(recorded.releasedBy()),
                recorded.releasedAt(),
                recorded.inUse() && mayKeep.contains(recorded.figure().region()));
    }

    private ProposalView view(FigureProposal proposal, CurrentUser user, List<RegionCode> mayKeep) {
        FigureProposal.Review review = proposal.review();
        boolean own = proposal.proposedBy().equals(user.id());
        boolean keeps = proposal.lines().stream()
                .allMatch(line -> mayKeep.contains(line.figure().region()));
        return new ProposalView(
                proposal.id(),
                proposal.file(),
                proposal.withdraws() != null,
                proposal.note(),
                access.nameOf(proposal.proposedBy()),
                proposal.proposedAt(),
                review == null ? null : review.outcome(),
                review == null ? null : review.reason(),
                review == null ? null : access.nameOf(review.by()),
                review == null ? null : review.at(),
                proposal.lines().stream()
                        .map(line -> new LineView(view(line.figure()), line.replaces()))
                        .toList(),
                review == null && keeps && !own,
                review == null && keeps && own);
    }

    private FigureView view(Figure figure) {
        return new FigureView(
                figure.id(),
                figure.kind(),
                figure.kind().title(),
                figure.region().value(),
                regions.fullName(figure.region()),
                figure.year(),
                figure.from(),
                figure.until(),
                figure.value(),
                figure.said(),
                figure.identity(),
                figure.accountType(),
                figure.announcedOn(),
                figure.source(),
                figure.nature(),
                figure.nature().title());
    }

    private List<RegionName> names(Collection<RegionCode> codes) {
        List<RegionName> names = new ArrayList<>();
        codes.forEach(code -> names.add(new RegionName(code.value(), regions.fullName(code))));
        return names;
    }
}
