/**
 * Insured people 参保人: who they are, where they are enrolled, which months are paid or deemed paid. {@link
 * org.yiban.person.People} is the port to an agency's core system. Identity numbers are stored encrypted and shown masked.
 */
@ApplicationModule(
        displayName = "person",
        allowedDependencies = {"kernel", "region"})
package org.yiban.person;

import org.springframework.modulith.ApplicationModule;
