package org.yiban.duplicate;

import org.springframework.stereotype.Component;
import org.yiban.person.Scheme;
import org.yiban.region.Regions;

/** How people speak of a relation. */
@Component
class RelationWords {

    private final Regions regions;

    RelationWords(Regions regions) {
        this.regions = regions;
    }

    /** Where, in which scheme and since when: 吉林省长春市职工医保关系（自 2023-12-01 起）. */
    String of(Relation relation) {
        return regions.fullName(relation.pool()) + scheme(relation) + "关系（自 " + relation.from() + " 起）";
    }

    private static String scheme(Relation relation) {
        return relation.scheme() == Scheme.EMPLOYEE ? "职工医保" : "居民医保";
    }
}
