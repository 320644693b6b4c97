/** Reference data over HTTP: what is on record, proposing, releasing and returning; and the page for it. */
package org.yiban.reference.web;
