/** Where partners outside send their messages. */
package org.yiban.exchange.web;
