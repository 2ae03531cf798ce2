package quire.web.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quire.bundle.Bundle;
import quire.bundle.Changes;
import quire.bundle.Contents;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;

/** The list of what is otherwise in one version than in another. */
final class ChangesView {

    private final Rooms rooms;
    private final ContentsView contents;

    ChangesView(Rooms rooms, ContentsView contents) {
        this.rooms = rooms;
        this.contents = contents;
    }

    /** @param changes nothing where there is nothing to compare with */
    void show(View view, Optional<Changes> changes, Bundle bundle) {
        Map<String, String> roles =
                rooms.portfolios().get(bundle.portfolio()).programme().basis().roles();
        view.list(
                        "changes",
                        changes.map(Changes::lines).orElse(List.of()).stream()
                                .map(change -> change(change, roles))
                                .toList())
                .list(
                        "gapChanges",
                        changes.map(Changes::gaps).orElse(List.of()).stream()
                                .map(ChangesView::gap)
                                .toList())
                .text("newReason", changes.map(Changes::reason).orElse(""))
                .flag("unchanged", changes.filter(Changes::isNone).isPresent());
    }

    private View change(Changes.Change change, Map<String, String> roles) {
        Contents.Line line = change.line();
        String signed = change.signed().stream().map(one -> signed(one, roles)).collect(Collectors.joining("; "));
        String again = change.kind() == Changes.Kind.CHANGED ? "Signed again by " : "Signed by ";
        return contents.line(line)
                .text("where", (line.pages() == 1 ? "page " : "pages ") + BundleWords.numbers(line))
                .text("change", word(change.kind()))
                .text("signed", signed.isEmpty() ? "" : again + signed)
                .flag("gone", change.kind() == Changes.Kind.GONE);
    }

    private String signed(Contents.Signed one, Map<String, String> roles) {
        String role = roles.getOrDefault(one.role(), one.role());
        String who = one.name().isEmpty() ? role : one.name() + ", " + role;
        return who + ", " + Times.words(one.at(), rooms.clock());
    }

    private static String word(Changes.Kind kind) {
        return switch (kind) {
            case ADDED -> "New";
            case CHANGED -> "Changed";
            case MOVED -> "In another place";
            case GONE -> "Not there any more";
        };
    }

    private static View gap(Changes.GapChange change) {
        String word =
                switch (change.kind()) {
                    case OPENED -> "Missing now";
                    case CLOSED -> "Not missing any more";
                    case STILL_OPEN -> "Still missing";
                };
        boolean closed = change.kind() == Changes.GapKind.CLOSED;
        return new View()
                .text("change", word)
                .text("title", change.gap().title())
                .text("sentence", closed ? "" : change.gap().sentence());
    }
}
