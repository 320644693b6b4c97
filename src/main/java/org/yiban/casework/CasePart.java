package org.yiban.casework;

/** Which of the four eyes a person was in a case: who registers or assesses never approves. */
public enum CasePart {
    REGISTER,
    ASSESS,
    APPROVE
}
