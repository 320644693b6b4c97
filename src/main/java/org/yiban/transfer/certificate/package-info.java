/** Enrolment certificates (参保凭证) that are issued at the counter, with or without a transfer. */
package org.yiban.transfer.certificate;
