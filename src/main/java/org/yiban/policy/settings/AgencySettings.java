package org.yiban.policy.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Reads tables of {@link Settings} and holds them to what it needs when it is made. Its constructor takes nothing but the
 * settings, working calendars and others of its kind, so that files are checked by the same code without the application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface AgencySettings {}
