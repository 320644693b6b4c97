package org.yiban.publication;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiban.access.Access;
import org.yiban.access.CurrentUser;
import org.yiban.policy.Policies;
import org.yiban.policy.register.Publication;
import org.yiban.policy.register.PublicationEvent;
import org.yiban.policy.register.Publications;
import org.yiban.policy.register.RuleChange;

/** Shows analysts what was published. */
@Component
public class ViewingPublications {

    private static final int LONGEST = 30;

    private final Publications publications;
    private final PublicationProcess process;
    private final PublishingTables publishing;
    private final Policies policies;
    private final Access access;

    ViewingPublications(
            Publications publications,
            PublicationProcess process,
            PublishingTables publishing,
            Policies policies,
            Access access) {
        this.publications = publications;
        this.process = process;
        this.publishing = publishing;
        this.policies = policies;
        this.access = access;
    }

    /** All publications, the newest first. */
    public List<PublicationView> all() {
        CurrentUser user = publishing.requireAnalyst();
        return publications.all().stream().map(found -> view(found, user)).toList();
    }

    /**
     * A publication.
     *
     * @throws org.yiban.kernel.ProblemException NOT_FOUND
     */
    public PublicationView of(long id) {
        CurrentUser user = publishing.requireAnalyst();
        return view(publications.require(id), user);
    }

    /** The number of the publication that an open task is about, likewise. */
    public long idOfTask(String taskId) {
        publishing.requireAnalyst();
        return process.publicationOf(taskId);
    }

    private PublicationView view(Publication found, CurrentUser user) {
        return new PublicationView(
                found.id(),
                found.path(),
                found.version(),
                found.baseVersion(),
                found.from(),
                found.reason(),
                found.source(),
                policies.documentName(found.source()).orElse(null),
                found.state(),
                found.withdrawalOpen() ? "待确认撤回" : found.state().label(),
                found.withdrawalOpen(),
                found.open() && found.askedBy().equals(user.id()),
                found.changes(),
                found.changes().stream().flatMap(ViewingPublications::rows).toList(),
                found.remarks(),
                found.casesName(),
                found.casesPassed(),
                found.events().stream().map(this::event).toList());
    }

    private static Stream<PublicationView.Row> rows(RuleChange change) {
        return change.cells().stream()
                .map(cell -> new PublicationView.Row(
                        rule(change),
                        change.kindLabel(),
                        cell.label().isEmpty() ? cell.column() : cell.label(),
                        spaced(cell.before()),
                        spaced(cell.after())));
    }

    /** The end of a rule's id, which tells it from the others of its table, and how its annotation begins. */
    private static String rule(RuleChange change) {
        if (change.rule() == null) {
            return change.table();
        }
        String id = change.rule().replace(change.table() + "_", "");
        String text = change.text();
        return id + " " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    /** Lists of values break at their commas. */
    private static String spaced(String cell) {
        return cell.replace("\",\"", "\", \"");
    }

    private PublicationView.Event event(PublicationEvent event) {
        String text = event.kind().label() + (event.reason() == null ? "" : "：" + event.reason());
        return new PublicationView.Event(event.at(), event.byUser(), access.nameOf(event.byUser()), text);
    }
}
