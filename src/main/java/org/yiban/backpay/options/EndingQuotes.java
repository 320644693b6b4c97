package org.yiban.backpay.options;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiban.kernel.Written;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/**
 * Finds the last day on which a price holds: as long as the table says that its figures are certain, as long as the agency
 * holds a price at all, and not into days for which other figures, or no rule, are on record.
 */
@Component
class EndingQuotes {

    /** The last day and why that day; what a later payment costs, as far as it is known. */
    record End(LocalDate lastDay, String says, String outlook) {}

    private final Pricing pricing;
    private final QuoteValidity validity;
    private final Regions regions;

    EndingQuotes(Pricing pricing, QuoteValidity validity, Regions regions) {
        this.pricing = pricing;
        this.validity = validity;
        this.regions = regions;
    }

    End of(Price price, int months, String kind) {
        LocalDate quotedOn =
                LocalDate.parse(price.facts().get(Pricing.QUOTED_ON).strip());
        LocalDate byAgency = validity.lastDay(pool(price), quotedOn);
        String until = price.text("validUntil");
        LocalDate byTable = until == null ? null : LocalDate.parse(until);
        boolean tableFirst = byTable != null && byTable.isBefore(byAgency);
        LocalDate bound = tableFirst ? byTable : byAgency;
        LocalDate last = lastSame(price, months, kind, quotedOn, bound);
        String says = last.isBefore(bound)
                ? "过了这一天，按登记中已有的规定和数据，价格不同或者要由人定"
                : tableFirst ? "按文件，核价所用的数到这一天为止一定有效；新的数公布以后要重新核价" : "本机构的报价最长保留到这一天";
        return new End(last, says, outlook(price, months, kind, last, byTable));
    }

    /** The pool whose agency quotes; the division itself where it lies in none. */
    private String pool(Price price) {
        Region region = regions.require("region", price.facts().get("region"));
        return (region.pool() == null ? region.code() : region.pool()).value();
    }

    /** The last day on which it costs the same; prices are taken not to change and change back within so short a time. */
    private LocalDate lastSame(Price price, int months, String kind, LocalDate quotedOn, LocalDate bound) {
        LocalDate same = quotedOn;
        LocalDate other = bound.plusDays(1);
        if (same(price, months, kind, bound)) {
            return bound;
        }
        while (same.plusDays(1).isBefore(other)) {
            LocalDate middle = same.plusDays(ChronoUnit.DAYS.between(same, other) / 2);
            if (same(price, months, kind, middle)) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return same;
    }

    private boolean same(Price price, int months, String kind, LocalDate day) {
        return later(price, months, kind, day).filter(price::sameAs).isPresent();
    }

    private Optional<Price> later(Price price, int months, String kind, LocalDate day) {
        return pricing.onDay(price.open(), months, kind, day);
    }

    private String outlook(Price price, int months, String kind, LocalDate last, LocalDate byTable) {
        LocalDate after = byTable != null && !last.isBefore(byTable) ? byTable.plusDays(1) : last.plusDays(1);
        Optional<Price> next = later(price, months, kind, after);
        if (next.isEmpty()) {
            return "过了%s要重新核价；那时适用的数还没有登记".formatted(Written.day(last));
        }
        if (!next.get().quoted()) {
            return "过了%s没有现行文件定价，要由人定".formatted(Written.day(last));
        }
        if (next.get().sameAs(price)) {
            return byTable == null
                    ? "这个价格不随平均工资变动；过了%s要重新核价".formatted(Written.day(last))
                    : "过了%s要重新核价：新的平均工资或者最低基数公布以后，价格随之变动；已登记的数里还没有新的".formatted(Written.day(last));
        }
        return "%s起缴的，按已登记的新数共 %s 元，现在是 %s 元"
                .formatted(Written.day(after), next.get().amount(), price.amount());
    }
}
