package org.yiban.transfer;

import java.math.BigDecimal;
import org.yiban.kernel.CaseNumber;

/**
 * What corrections ask of the balances of personal accounts that a transfer moved and should not have. Each joins the
 * caller's transaction.
 */
public interface BalancesGivenBack {

    /** What a completed transfer brought into the account here and no correction has given back, yuan. */
    BigDecimal returnable(CaseNumber corrected);

    /**
     * Takes a balance out of the account here and has finance pay it to the transfer-out side.
     *
     * @param correction the transfer-in side of the case that corrects
     * @return what was there to be taken out: {@code amount}, or less
     */
    BigDecimal giveBack(Transfer correction, BigDecimal amount);

    /**
     * Has finance wait for a balance that the transfer-in side gives back.
     *
     * @param correction the transfer-out side of the case that corrects
     */
    void expectBack(Transfer correction, BigDecimal amount);
}
