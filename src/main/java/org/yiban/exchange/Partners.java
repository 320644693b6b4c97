package org.yiban.exchange;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The partners outside that this installation exchanges signed messages with. */
@Component
public class Partners {

    private final Map<String, ExchangeProperties.Partner> partners;

    Partners(ExchangeProperties properties) {
        this.partners = properties.partners();
    }

    /** Whether there is a way to the partner of this name. */
    public boolean configured(String name) {
        return partners.containsKey(name);
    }
}
