/** The page of the working calendar: reading a year, importing a notice, days of a region, and what that moves. */
package org.yiban.desk.calendar;
