package org.yiban.exchange;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** The partners outside that this installation exchanges signed messages with. */
@Component
public class Partners {

    private static final String PROPERTY = "yiban.exchange.partners.";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, ExchangeProperties.Partner> partners = new TreeMap<>();
    private final Map<String, URI> addresses = new TreeMap<>();
    private final SpokenFor spokenFor;

    /** @throws InvalidConfigurationPropertyValueException if a name, an address or a region cannot be used */
    Partners(ExchangeProperties properties, Regions regions) {
        properties.partners().forEach((name, partner) -> {
            partners.put(partyOf(name).name(), partner);
            addresses.put(name, address(name, partner.url()));
        });
        spokenFor = new SpokenFor(properties.partners(), regions);
    }

    /** The partner that messages to a pool elsewhere go to and come from, on behalf of a pool served here. */
    public Optional<String> speakingFor(RegionCode elsewhere, RegionCode served) {
        return spokenFor.by(elsewhere).filter(name -> configured(name, served));
    }

    /** Whether there is a way to the partner of this name, for some pool at least. */
    public boolean configured(String name) {
        return partners.containsKey(name);
    }

    /** Whether there is a way to the partner of this name that a pool uses. */
    public boolean configured(String name, RegionCode pool) {
        ExchangeProperties.Partner partner = partners.get(name);
        return partner != null && (partner.pools().isEmpty() || partner.pools().contains(pool.value()));
    }

    /** The names of all partners. */
    public Set<String> names() {
        return Set.copyOf(partners.keySet());
    }

    /** What people call a partner; its name where nothing else is configured. */
    public String title(String name) {
        ExchangeProperties.Partner partner = partners.get(name);
        return partner == null || partner.title() == null || partner.title().isBlank() ? name : partner.title();
    }

    /** Where a configured partner's inbox is. */
    URI address(String name) {
        return addresses.get(name);
    }

    private static Party partyOf(String name) {
        try {
            return Party.partner(name);
        } catch (IllegalArgumentException notAName) {
            throw new InvalidConfigurationPropertyValueException(
                    PROPERTY + name, name, "伙伴的名称由字母、数字和连字符组成，以字母开头，不超过32个字符，例如 treasury");
        }
    }

    /** Files of payments name people and accounts: in clear they travel inside this machine at most. */
    private static URI address(String name, String url) {
        try {
            URI address = URI.create(url == null ? "" : url.strip());
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
            if (safe && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // answered below, as any other address that cannot be used
        }
        throw new InvalidConfigurationPropertyValueException(
                PROPERTY + name + ".url", url, "填写伙伴收件的 https:// 地址；http:// 只能用于本机（127.0.0.1、localhost、[::1]）");
    }
}
