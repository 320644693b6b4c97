package org.yiban.policy.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yiban.policy.Fact;
import org.yiban.region.Region;
import org.yiban.region.Regions;

/**
 * The facts of one question, stated and derived, by name. Asking for one that is not stated throws
 * {@link MissingFactsException}.
 */
public final class Facts {

    /** Room for the facts of any family, so that no map grows on the way. */
    private static final int CAPACITY = 64;

    private final Regions regions;
    private final Map<String, Object> values = new HashMap<>(CAPACITY);
    private final Map<String, Object> plain = new LinkedHashMap<>(CAPACITY);
    private final Map<String, Set<String>> open = new LinkedHashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    Facts(Regions regions) {
        this.regions = regions;
    }

    public Regions regions() {
        return regions;
    }

    public boolean states(String fact) {
        return values.containsKey(fact);
    }

    /** Makes sure that all of several facts are stated, and names all that are not. */
    public void need(String... facts) {
        List<String> missing =
                Arrays.stream(facts).filter(fact -> !states(fact)).toList();
        if (!missing.isEmpty()) {
            throw new MissingFactsException(missing);
        }
    }

    public Region region(String fact) {
        return (Region) get(fact);
    }

    public LocalDate date(String fact) {
        return (LocalDate) get(fact);
    }

    public YearMonth month(String fact) {
        return (YearMonth) get(fact);
    }

    /** A year, or a number of months or days. */
    public int count(String fact) {
        return (Integer) get(fact);
    }

    /** Yuan, or a rate. */
    public BigDecimal decimal(String fact) {
        return (BigDecimal) get(fact);
    }

    public boolean flag(String fact) {
        return (Boolean) get(fact);
    }

    /** A choice or a text. */
    public String text(String fact) {
        return (String) get(fact);
    }

    /** Facts that are not stated though the answer may depend on them; derived ones too. */
    public Set<String> open() {
        return open.keySet();
    }

    /** The facts a person must state to close an open one. */
    public Set<String> toState(String fact) {
        return open.getOrDefault(fact, Set.of(fact));
    }

    /** All facts as plain values, as the contract writes them: what tables see and explanations keep. */
    public Map<String, Object> plain() {
        return Collections.unmodifiableMap(plain);
    }

    /** Says where something stands that nobody stated and that was put in from the record. */
    public void tellSource(String written, String source) {
        sources.put(written, source);
    }

    /** Where something stands that was put in from the record; empty for what was stated. */
    public Optional<String> sourceOf(String written) {
        return Optional.ofNullable(sources.get(written));
    }

    void state(String fact, Object value) {
        values.put(fact, value);
        plain.put(fact, plain(value));
    }

    void leaveOpen(Fact fact) {
        open.put(fact.name(), Set.of(fact.name()));
    }

    void derive(DerivedFact derived) {
        boolean complete = values.keySet().containsAll(derived.from());
        Object value = complete || derived.whileOpen() ? derived.value().apply(this) : null;
        if (value != null) {
            state(derived.fact().name(), value);
            return;
        }
        if (open.isEmpty()) {
            return;
        }
        Set<String> toState = new TreeSet<>();
        derived.from().stream().filter(open::containsKey).forEach(fact -> toState.addAll(open.get(fact)));
        if (!toState.isEmpty()) {
            open.put(derived.fact().name(), toState);
        }
    }

    private Object get(String fact) {
        Object value = values.get(fact);
        if (value == null) {
            throw new MissingFactsException(List.of(fact));
        }
        return value;
    }

    private static Object plain(Object value) {
        if (value instanceof Region region) {
            return region.code().value();
        }
        boolean asIs = value instanceof Number || value instanceof Boolean;
        return asIs ? value : value.toString();
    }
}
