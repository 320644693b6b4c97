package org.yiban.transfer;

/** The two sides of a transfer. */
public enum Side {
    /** 转入地：where the relation goes. */
    IN,
    /** 转出地：where it comes from. */
    OUT
}
