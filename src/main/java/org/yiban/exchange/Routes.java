package org.yiban.exchange;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.region.RegionCode;
import org.yiban.region.ServedPools;

/** The way a message takes: within this installation, or by a partner. */
@Component
public class Routes {

    private final Partners partners;
    private final ServedPools served;

    Routes(Partners partners, ServedPools served) {
        this.partners = partners;
        this.served = served;
    }

    /** Whether messages of a pool served here reach another pool, here or elsewhere. */
    public boolean reach(RegionCode from, RegionCode to) {
        return served.contains(to) || partners.speakingFor(to, from).isPresent();
    }

    /** Whether a partner speaks for the sender of a message to a pool served here. */
    boolean mayCome(Party partner, Party sender, RegionCode to) {
        return sender.isPool()
                && !served.contains(sender.toPool())
                && partners.speakingFor(sender.toPool(), to)
                        .filter(partner.name()::equals)
                        .isPresent();
    }

    /** The partner that carries a message out of here; empty for one between pools served here, or without a way. */
    Optional<String> outward(Message message) {
        return carrier(message.to(), message.from());
    }

    /** The partner that a message came from; empty for one between pools served here. */
    Optional<String> inward(Message message) {
        return carrier(message.from(), message.to());
    }

    private Optional<String> carrier(Party other, Party ours) {
        if (!other.isPool()) {
            return Optional.of(other.name());
        }
        return served.contains(other.toPool()) || !ours.isPool()
                ? Optional.empty()
                : partners.speakingFor(other.toPool(), ours.toPool());
    }
}
