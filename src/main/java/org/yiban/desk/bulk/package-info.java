/** The pages of files of many applications. */
package org.yiban.desk.bulk;
