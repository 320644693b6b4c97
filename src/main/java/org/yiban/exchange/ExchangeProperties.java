package org.yiban.exchange;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is configured under {@code yiban.exchange}.
 *
 * @param partners the partners outside by name
 */
@ConfigurationProperties("yiban.exchange")
record ExchangeProperties(Map<String, Partner> partners) {

    ExchangeProperties {
        partners = partners == null ? Map.of() : Map.copyOf(partners);
    }

    /**
     * A partner outside.
     *
     * @param url where its inbox is
     */
    record Partner(String url) {}
}
