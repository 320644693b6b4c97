package org.yiban.reference;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiban.region.RegionCode;

/** Shows figures and proposals with who put them on record, when and from where. */
@Component
public class ViewingFigures {

    private final FigureStore store;

    ViewingFigures(FigureStore store) {
        this.store = store;
    }

    /** The released figures of some regions by kind, region and time; those that no longer hold too. */
    @Transactional(readOnly = true)
    public List<RecordedFigure> figures(Collection<RegionCode> regions) {
        return store.released(regions);
    }

    /** The latest proposals that concern one of the regions, newest first. */
    @Transactional(readOnly = true)
    public List<FigureProposal> proposals(Collection<RegionCode> regions, int limit) {
        return store.proposals(regions, limit);
    }
}
