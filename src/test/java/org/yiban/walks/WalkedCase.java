package org.yiban.walks;

import java.util.Map;

/** A refund that was registered on a walk, and who works for its pool. */
record WalkedCase(String number, String pool) {

    private static final Map<String, String> STAFF =
            Map.of("220100", "cc", "211200", "tl", "371500", "lc", "370800", "jn");

    /** The demo user of a post in a pool. */
    static String user(String post, String pool) {
        return post + STAFF.get(pool);
    }

    /** The demo user of a post in the pool of the case. */
    String user(String post) {
        return user(post, pool);
    }
}
