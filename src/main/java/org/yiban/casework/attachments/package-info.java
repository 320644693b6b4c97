/** Attachments of cases (附件): scanned materials, kept sealed. */
@NamedInterface("attachments")
package org.yiban.casework.attachments;

import org.springframework.modulith.NamedInterface;
