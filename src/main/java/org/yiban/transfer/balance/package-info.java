/** The balance of the personal account 个人账户余额, moved with the relation from one pool to the other. */
package org.yiban.transfer.balance;
