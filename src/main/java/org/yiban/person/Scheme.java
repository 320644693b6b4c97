package org.yiban.person;

/** A basic medical insurance scheme. */
public enum Scheme {
    /** 职工基本医疗保险. */
    EMPLOYEE,
    /** 城乡居民基本医疗保险. */
    RESIDENT
}
