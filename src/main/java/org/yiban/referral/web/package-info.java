/** Referrals over HTTP. */
package org.yiban.referral.web;
