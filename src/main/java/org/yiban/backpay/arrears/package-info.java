/**
 * What employers failed to pay 单位欠费补缴: people and months, the base of each year, what the tables say it costs and gives back,
 * the unit's notice, the money, and the months on record.
 */
package org.yiban.backpay.arrears;
