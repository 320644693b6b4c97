package org.yiban.walks;

/**
 * A task that somebody may do.
 *
 * @param step id of the user task in its model
 * @param owner number of the case, of its referral or of its batch
 */
record OpenTask(String id, String step, String owner, String pool) {

    /** The demo user of a post in its pool; "super2" is its other supervisor. */
    String user(String post) {
        return post.equals("super2") ? WalkedCase.user("super", pool) + "2" : WalkedCase.user(post, pool);
    }
}
