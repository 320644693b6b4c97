package org.yiban.exchange;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the exchange look for messages every second, on every node. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "yiban.exchange.scheduled", matchIfMissing = true)
class ExchangeSchedule {

    private final Exchange exchange;
    private final PartnerDelivery delivery;

    ExchangeSchedule(Exchange exchange, PartnerDelivery delivery) {
        this.exchange = exchange;
        this.delivery = delivery;
    }

    @Scheduled(fixedDelayString = "${yiban.exchange.pause:1s}")
    void moveMessages() {
        exchange.moveAll();
    }

    /** Begins deliveries and does not wait for their end. */
    @Scheduled(fixedDelayString = "${yiban.exchange.pause:1s}")
    void deliverToPartners() {
        delivery.deliverAll();
    }
}
