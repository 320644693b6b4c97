/** The engine's side of referrals. */
package org.yiban.referral.process;
