package org.yiban.refund.facts;

import java.util.List;
import org.yiban.person.Enrolment;
import org.yiban.person.Payment;
import org.yiban.person.Person;

/**
 * What is on record of an insured person.
 *
 * @param enrolments in every pool, by pool, scheme and first day
 * @param payments in every pool, by day
 */
public record PersonRecord(Person person, List<Enrolment> enrolments, List<Payment> payments) {}
