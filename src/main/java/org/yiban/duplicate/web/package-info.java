/** Relations that stand twice over HTTP. */
package org.yiban.duplicate.web;
