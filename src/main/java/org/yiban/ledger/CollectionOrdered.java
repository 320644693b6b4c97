package org.yiban.ledger;

/** Money is to come in. Published inside the transaction that orders it, once an order. */
public record CollectionOrdered(CollectionOrder order) {}
