package org.yiban.policy.register;

import java.time.ZonedDateTime;

/**
 * What happened to a publication.
 *
 * @param byUser user id
 * @param reason why; {@code null} where none was asked for
 * @param at when, Beijing time
 */
public record PublicationEvent(Kind kind, String byUser, String reason, ZonedDateTime at) {

    /** What can happen, and what it leaves behind. */
    public enum Kind {
        REQUESTED("申请发布", PublicationState.REQUESTED),
        CONFIRMED("确认发布", PublicationState.CONFIRMED),
        REFUSED("不予确认", PublicationState.REFUSED),
        TAKEN_BACK("申请人收回", PublicationState.WITHDRAWN),
        WITHDRAWAL_REQUESTED("申请撤回", PublicationState.CONFIRMED),
        WITHDRAWN("确认撤回", PublicationState.WITHDRAWN),
        WITHDRAWAL_REFUSED("不予撤回", PublicationState.CONFIRMED),
        WITHDRAWAL_TAKEN_BACK("收回撤回申请", PublicationState.CONFIRMED);

        private final String label;
        private final PublicationState state;

        Kind(String label, PublicationState state) {
            this.label = label;
            this.state = state;
        }

        /** What people read. */
        public String label() {
            return label;
        }
    }

    /** Where the publication stands after it. */
    public PublicationState state() {
        return kind.state;
    }
}
