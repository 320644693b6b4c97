/** The register and publications over HTTP. */
package org.yiban.publication.web;
