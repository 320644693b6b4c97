/** The pages of information tables and enrolment certificates. */
package org.yiban.desk.documents;
