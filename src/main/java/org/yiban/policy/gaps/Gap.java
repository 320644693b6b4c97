package org.yiban.policy.gaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * A class of questions that no rule of any document answers, so that they go to a person, and why. It holds gaps and
 * nothing else: a question that it takes in and a table answers is a mistake of one of the two.
 *
 * @param id its name
 * @param families the families of decisions it is about
 * @param regions provinces, with all pools in them, or pools; empty = everywhere
 * @param except provinces or pools that are taken out
 * @param from first business date; {@code null} if there is no bound
 * @param until last business date; {@code null} if there is no bound
 * @param when the facts it is about: to each fact's name, derived ones too, a test written as in a table's cell; empty
 *     = whatever the facts are
 * @param because what explains it: an ambiguity of the ledger ({@code A45}), a provision, {@code before JL2022-19} or
 *     {@code after JN2020-19}; never empty
 * @param says the reason in our own words
 * @param line where it stands in its file
 */
public record Gap(
        String id,
        List<String> families,
        List<String> regions,
        List<String> except,
        LocalDate from,
        LocalDate until,
        Map<String, String> when,
        List<String> because,
        String says,
        int line) {

    public Gap {
        families = List.copyOf(families);
        regions = List.copyOf(regions);
        except = List.copyOf(except);
        when = Map.copyOf(when);
        because = List.copyOf(because);
    }

    /**
     * Whether it is about a family, a region and a date.
     *
     * @param pool {@code null} where only the province is known
     */
    public boolean isAbout(String family, String province, String pool, LocalDate businessDate) {
        boolean named = regions.isEmpty() || regions.contains(province) || pool != null && regions.contains(pool);
        boolean takenOut = except.contains(province) || pool != null && except.contains(pool);
        boolean begun = from == null || !businessDate.isBefore(from);
        boolean ended = until != null && businessDate.isAfter(until);
        return families.contains(family) && named && !takenOut && begun && !ended;
    }

    /**
     * Whether the facts are those it is about.
     *
     * @param passes whether the fact named first passes the test given second
     */
    public boolean holds(BiPredicate<String, String> passes) {
        for (Map.Entry<String, String> asked : when.entrySet()) {
            if (!passes.test(asked.getKey(), asked.getValue())) {
                return false;
            }
        }
        return true;
    }
}
