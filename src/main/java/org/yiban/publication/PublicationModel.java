package org.yiban.publication;

import org.yiban.workflow.Variable;

/** Names that the model of a publication and the code share. */
public final class PublicationModel {

    /** The process. */
    public static final String TABLE_PUBLICATION = "tablePublication";
    /** The one who asked takes it back. */
    public static final String CHANGE_TAKEN_BACK = "message_changeTakenBack";

    /** Number of the publication. */
    public static final Variable<Long> PUBLICATION = new Variable<>("publication", Long.class);
    /** Whether its withdrawal is asked for, not the publication itself. */
    public static final Variable<Boolean> WITHDRAWAL = new Variable<>("withdrawal", Boolean.class);
    /** What the task is about, for its name: file and date. */
    public static final Variable<String> SUBJECT = new Variable<>("subject", String.class);
    /** The groups of analysts of all served pools, joined with a comma. */
    public static final Variable<String> ANALYSTS = new Variable<>("analysts", String.class);
    /** User id of the one who asked, who never confirms. */
    public static final Variable<String> ASKED_BY = new Variable<>("askedBy", String.class);
    /** What the second analyst decided. */
    public static final Variable<Boolean> CHANGE_CONFIRMED = new Variable<>("changeConfirmed", Boolean.class);

    private PublicationModel() {}
}
