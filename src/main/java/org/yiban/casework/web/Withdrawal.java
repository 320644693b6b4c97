package org.yiban.casework.web;

/** That the applicant takes an application back. */
public record Withdrawal(String reason) {}
