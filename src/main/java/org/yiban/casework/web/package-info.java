/** What the endpoints of all kinds of cases take and answer alike. */
@NamedInterface("web")
package org.yiban.casework.web;

import org.springframework.modulith.NamedInterface;
