/**
 * Figures that the documents refer to and that others announce (参考数据): average wages, local rates, floors and caps of
 * bases, rates at which personal accounts are credited. Each has its time, its source and the two people who put it on record.
 */
@ApplicationModule(
        displayName = "reference",
        allowedDependencies = {"kernel", "region", "policy", "policy::settings", "access", "audit"})
package org.yiban.reference;

import org.springframework.modulith.ApplicationModule;
