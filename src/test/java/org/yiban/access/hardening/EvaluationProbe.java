package org.yiban.access.hardening;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often an attacker's expression has run: making one counts. */
public class EvaluationProbe {

    static final AtomicInteger RUNS = new AtomicInteger();

    /** The attacker's expression. */
    static final String EXPRESSION =
            "${''.getClass().forName('org.yiban.access.hardening.EvaluationProbe').getDeclaredConstructors()[0]"
                    + ".newInstance().toString()}";

    public EvaluationProbe() {
        RUNS.incrementAndGet();
    }
}
