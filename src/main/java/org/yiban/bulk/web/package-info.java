/** Files of many applications over HTTP. */
package org.yiban.bulk.web;
