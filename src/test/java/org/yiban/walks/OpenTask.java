package org.yiban.walks;

/**
 * A task that somebody may do.
 *
 * @param step id of the user task in its model
 * @param owner number of the case, of its referral or of its batch
 */
record OpenTask(String id, String step, String owner, String pool) {

    /** The demo user of a post in its pool. */
    String user(String post) {
        return WalkedCase.user(post, pool);
    }
}
