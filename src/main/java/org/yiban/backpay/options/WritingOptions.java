package org.yiban.backpay.options;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiban.kernel.Written;
import org.yiban.policy.Policies;
import org.yiban.policy.explain.DecisionWords;
import org.yiban.region.RegionCode;
import org.yiban.region.Regions;

/** Puts options into words: what each costs, what comes of it, who names a price that no document names. */
@Component
class WritingOptions {

    private static final String BASE_KIND = "baseKind";

    private final AskedFacts asked;
    private final DecisionWords words;
    private final Regions regions;
    private final ContinuingMonthly continuing;

    WritingOptions(Policies policies, DecisionWords words, Regions regions, ContinuingMonthly continuing) {
        this.asked = new AskedFacts(policies);
        this.words = words;
        this.regions = regions;
        this.continuing = continuing;
    }

    /**
     * @param end when its price ends; {@code null} without a price that holds
     * @param start the first day of benefits; {@code null} if no document states it
     */
    BackpayOption lumpSum(String key, YearsTest test, Gap gap, EndingQuotes.End end, LocalDate start) {
        Price price = gap.price();
        Map<String, Object> results = price.answer().results();
        String startSays = start == null
                ? "文件没有写明退休待遇从哪一天起，由经办机构办结时确定"
                : "按文件，%s缴费的，退休待遇从%s起".formatted(Written.day(LocalDate.parse(paidOn(price))), Written.day(start));
        String namedBy = price.quoted() ? null : priceNamedBy(price);
        return new BackpayOption(
                key,
                OptionKind.LUMP_SUM,
                test.option(),
                gap.kind(),
                gap.months(),
                gap.closesAll(),
                price.answer().outcome(),
                price.text(BASE_KIND),
                asked.words(BASE_KIND, results.get(BASE_KIND)),
                (BigDecimal) results.get("base"),
                (BigDecimal) results.get("rate"),
                price.amount(),
                (Boolean) results.get("accountCredited"),
                price.text("payer"),
                price.ageAhead(),
                start,
                startSays,
                null,
                null,
                null,
                end == null ? null : end.lastDay(),
                end == null ? null : end.says(),
                price.answer().basis(),
                words.inShort(price.answer().explanation()),
                lumpSumComes(test, gap, end, startSays, namedBy),
                namedBy,
                price.answer().explanation());
    }

    private List<String> lumpSumComes(YearsTest test, Gap gap, EndingQuotes.End end, String startSays, String namedBy) {
        Price price = gap.price();
        List<String> comes = new ArrayList<>(beforeTheAge(price));
        if (namedBy == null) {
            String payer = asked.words("payer", price.text("payer"));
            comes.add("%s一次缴清 %d 个月，共 %s 元%s"
                    .formatted(
                            end == null ? "按今天算，" : "",
                            gap.months(),
                            price.amount(),
                            payer == null ? "" : "，由" + payer + "缴"));
            if (end != null) {
                comes.add("价格到%s为止有效：%s".formatted(Written.day(end.lastDay()), end.says()));
            }
        } else {
            comes.add("一次缴清 %d 个月，价格要由人定".formatted(gap.months()));
            comes.add(namedBy);
            if (price.needsRate()) {
                comes.add("文件写了基数（" + asked.words(BASE_KIND, price.text(BASE_KIND)) + "），没有写比例；参考数据里登记了当地缴费比例的，就能核价");
            }
        }
        Object credited = price.answer().results().get("accountCredited");
        comes.add(credited == null ? "文件没有写是否计入个人账户" : Boolean.TRUE.equals(credited) ? "计入个人账户" : "不计入个人账户");
        if (gap.closesAll()) {
            comes.add(startSays);
        } else {
            comes.add("只补实际缴费年限；补了以后，累计缴费年限还差 %d 个月".formatted(test.shortfall() - gap.months()));
        }
        return comes;
    }

    /** The documents give the choice to those who have reached the age; months are paid, and count, until then. */
    private static List<String> beforeTheAge(Price price) {
        return price.ageAhead() == null
                ? List.of()
                : List.of("%s达到退休年龄，从那一天起才能选；到时重新归集年限、重新核价，这以前缴的月份照样计算".formatted(Written.day(price.ageAhead())));
    }

    BackpayOption continueMonthly(String key, YearsTest test, Gap gap) {
        ContinuingMonthly.Cost cost = continuing.today(gap.price());
        YearMonth first = YearMonth.parse(
                        gap.price().facts().get(Pricing.QUOTED_ON).strip().substring(0, 7))
                .plusMonths(1);
        YearMonth reached = first.plusMonths(gap.months() - 1L);
        List<String> comes = new ArrayList<>();
        comes.add("还要按月缴 %d 个月；从%s起月月缴，%s缴满".formatted(gap.months(), Written.month(first), Written.month(reached)));
        if (cost.amount() != null) {
            comes.add("按今天的基数和比例，每月 %s 元；以后基数、比例变动的，按变动后的缴".formatted(cost.amount()));
        }
        comes.add(cost.says());
        return option(key, OptionKind.CONTINUE_MONTHLY, test.option(), gap, cost, reached, comes);
    }

    BackpayOption joinResident(String key, Gap gap) {
        List<String> comes = new ArrayList<>(beforeTheAge(gap.price()));
        comes.add("不再补职工医保的年限，不享受职工医保退休待遇");
        comes.add("按居民医保的规定，在集中缴费期内按年缴费；每年的缴费额由居民医保的规定定");
        return option(key, OptionKind.JOIN_RESIDENT, null, gap, null, null, comes);
    }

    /** An option without a price of its own. */
    private BackpayOption option(
            String key,
            OptionKind kind,
            String test,
            Gap gap,
            ContinuingMonthly.Cost cost,
            YearMonth reached,
            List<String> comes) {
        boolean monthly = kind == OptionKind.CONTINUE_MONTHLY;
        return new BackpayOption(
                key,
                kind,
                test,
                monthly ? gap.kind() : null,
                monthly ? gap.months() : 0,
                monthly,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                monthly ? null : gap.price().ageAhead(),
                null,
                monthly ? "缴满规定的年限、办结退休手续以后" : "按居民医保的规定",
                cost == null ? null : cost.amount(),
                cost == null ? null : cost.says(),
                reached,
                null,
                null,
                gap.price().answer().basis(),
                words.inShort(gap.price().answer().explanation()),
                comes,
                null,
                gap.price().answer().explanation());
    }

    private String priceNamedBy(Price price) {
        RegionCode region = new RegionCode(price.facts().get("region").strip());
        return "文件没有定出价格，由%s医保经办机构的主管人员定价，写明理由和依据，再由另一人审批".formatted(regions.fullName(region));
    }

    private static String paidOn(Price price) {
        String stated = price.facts().get("paidOn");
        return stated == null || stated.isBlank()
                ? price.facts().get(Pricing.QUOTED_ON).strip()
                : stated.strip();
    }
}
