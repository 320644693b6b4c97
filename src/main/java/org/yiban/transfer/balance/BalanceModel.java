package org.yiban.transfer.balance;

import org.yiban.workflow.Variable;

/**
 * The names that the models {@code balance-payment.bpmn}, {@code balance-shortfall.bpmn} and {@code balance-arrival.bpmn}
 * and this package share.
 */
public final class BalanceModel {

    public static final String BALANCE_PAYMENT = "balancePayment";
    public static final String BALANCE_SHORTFALL = "balanceShortfall";
    public static final String BALANCE_ARRIVAL = "balanceArrival";

    public static final String STATE_ACCOUNT = "userTask_stateBalanceAccount";
    public static final String CORRECT_ACCOUNT = "userTask_correctBalanceAccount";
    public static final String RECORD_ARRIVAL = "userTask_recordBalanceArrival";
    public static final String SETTLE_DIFFERENCE = "userTask_settleBalanceDifference";
    public static final String SETTLE_SHORTFALL = "userTask_settleBalanceShortfall";
    public static final String CHASE_BALANCE = "userTask_chaseBalance";

    /** Begins the payment to the other pool. */
    public static final String TO_MOVE = "message_balanceToMove";

    /** The account does not hold all of what leaves it: begins to settle that. */
    public static final String SHORT = "message_balanceShort";

    public static final String PAID = "message_balancePaid";
    public static final String REJECTED = "message_balanceRejected";
    /** The payment came back after it was made: begins its correction. */
    public static final String CAME_BACK = "message_balanceCameBack";
    /** Begins to wait for what the other pool pays. */
    public static final String EXPECTED = "message_balanceExpected";
    /** The treasury says that money arrived. */
    public static final String ARRIVED = "message_balanceArrived";
    /** Likewise, when nobody waits any more. */
    public static final String ARRIVED_AFTERWARDS = "message_balanceArrivedAfterwards";

    /** Whether the account of the other pool is set. */
    public static final Variable<Boolean> ACCOUNT_KNOWN = new Variable<>("balanceAccountKnown", Boolean.class);
    /** Whether what arrived is what was stated. */
    public static final Variable<Boolean> MATCHES = new Variable<>("balanceMatches", Boolean.class);
    /** Whether what arrived is credited as it is. */
    public static final Variable<Boolean> AS_IT_CAME = new Variable<>("balanceAsItCame", Boolean.class);
    /** Whether it is waited for further. */
    public static final Variable<Boolean> AWAITED = new Variable<>("balanceAwaited", Boolean.class);
    /** When what has not arrived is missed, as an ISO instant. */
    public static final Variable<String> MISSING_AT = new Variable<>("balanceMissingAt", String.class);

    private BalanceModel() {}
}
