/** The pages on which staff see the enquiries of their pools. */
package org.yiban.desk.enquiries;
