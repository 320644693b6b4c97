package org.yiban.reference;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiban.policy.RecordedWage;
import org.yiban.policy.WagesOnRecord;
import org.yiban.region.RegionCode;

/** Gives the announcements of average wages to the tables where a question leaves them open. */
@Component
class WagesOfReference implements WagesOnRecord {

    private final ReferenceFigures figures;

    WagesOfReference(ReferenceFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<RecordedWage> announcements(RegionCode region) {
        return figures.announcements(region).stream()
                .map(figure -> new RecordedWage(
                        figure.region(), figure.year(), figure.value(), figure.announcedOn(), figure.sourceSaid()))
                .toList();
    }
}
