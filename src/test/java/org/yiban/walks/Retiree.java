package org.yiban.walks;

import java.time.LocalDate;
import org.yiban.backpay.AtRetirement;
import org.yiban.backpay.AtRetirement.Retiring;
import org.yiban.kernel.BusinessTime;

/** The kinds of people who reach the age of retirement in the walks. */
enum Retiree {
    /** Changchun: has the years. */
    ENOUGH {
        @Override
        Retiring newcomer(AtRetirement people) {
            return people.inChangchun("EMPLOYER", 400);
        }
    },
    /** Changchun: an employee short of twenty months, part of whose lump sum is credited to the personal account. */
    SHORT {
        @Override
        Retiring newcomer(AtRetirement people) {
            return people.inChangchun("EMPLOYER", 340);
        }
    },
    /** Changchun: works for himself, short of two months: as a rule he goes on paying. */
    NEARLY_THERE {
        @Override
        Retiring newcomer(AtRetirement people) {
            return people.inChangchun("FLEXIBLE", 358);
        }
    },
    /** Changchun: the same, whose birthday is to come. */
    TOO_YOUNG {
        @Override
        Retiring newcomer(AtRetirement people) {
            return people.inChangchun(
                    "FLEXIBLE", 350, LocalDate.now(BusinessTime.ZONE).plusMonths(1));
        }
    },
    /** Liaocheng: two ways of counting, a price that a senior names. */
    TWO_WAYS {
        @Override
        Retiring newcomer(AtRetirement people) {
            return people.inLiaocheng();
        }
    },
    /** Liaocheng: no document says whether he has the years. */
    NO_RULE {
        @Override
        Retiring newcomer(AtRetirement people) {
            return people.whomNoDocumentKnows();
        }
    };

    /** Somebody new of this kind, on record. */
    abstract Retiring newcomer(AtRetirement people);
}
