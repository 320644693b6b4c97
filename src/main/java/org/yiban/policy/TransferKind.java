package org.yiban.policy;

/** Between which regions an insurance relation moves. */
public enum TransferKind {
    /** Within one pooling area (统筹区内). */
    WITHIN_POOL,
    /** Between two pools of one province (省内跨统筹区). */
    WITHIN_PROVINCE,
    /** Between two provinces (跨省). */
    CROSS_PROVINCE
}
