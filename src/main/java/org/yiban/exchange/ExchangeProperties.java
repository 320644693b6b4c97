package org.yiban.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is configured under {@code yiban.exchange}.
 *
 * @param partners the partners outside by name
 * @param known names that stand for themselves in whatever case they are written: variables of the environment
 *     ({@code YIBAN_EXCHANGE_PARTNERS_TAXBUREAU_URL}) come without any
 * @param keys the file of our own signing keys; needed as soon as there is a partner, made by itself in the demo profile
 * @param timeout how long a partner may take to answer
 * @param largest the largest message that is taken in
 */
@ConfigurationProperties("yiban.exchange")
record ExchangeProperties(
        Map<String, Partner> partners,
        Set<String> known,
        String keys,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("8MB") DataSize largest) {

    ExchangeProperties {
        known = known == null ? Set.of() : Set.copyOf(known);
        partners = partners == null ? Map.of() : named(partners, known);
        keys = keys == null ? "" : keys.strip();
    }

    /** Named twice in different case, the binder has given both the same values. */
    private static Map<String, Partner> named(Map<String, Partner> partners, Set<String> known) {
        Map<String, Partner> named = new TreeMap<>();
        partners.forEach((name, partner) -> named.put(
                known.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name), partner));
        return Map.copyOf(named);
    }

    /**
     * A partner outside.
     *
     * @param url where its inbox is
     * @param keys the file of its public keys, a JWK set
     * @param title what people call it; its name if none is given
     * @param pools the codes of the pools it serves; none named means all
     * @param regions the pools elsewhere that it speaks for: codes of pools, of provinces for all their pools, or {@code
     *     all}; none named means that it speaks for itself alone
     */
    record Partner(String url, Path keys, String title, Set<String> pools, Set<String> regions) {

        Partner {
            pools = pools == null ? Set.of() : Set.copyOf(pools);
            regions = regions == null ? Set.of() : Set.copyOf(regions);
        }
    }
}
