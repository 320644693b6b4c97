package org.yiban.policy.settings;

/** Makes {@link SchemeStarts} for tests of other packages. */
public final class SchemeStartsOf {

    private SchemeStartsOf() {}

    /** The months that settings have. */
    public static SchemeStarts settings(Settings settings) {
        return new SchemeStarts(settings);
    }
}
