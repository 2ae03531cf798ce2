package quire.programme;

import java.util.List;
import java.util.stream.Stream;
import quire.forms.ChoiceField;
import quire.forms.Field;
import quire.forms.RecordBlock;
import quire.yaml.Part;

/** The record block that a programme stands on is there, and knows the route and the facts that are named. */
final class BasisRules {

    private static final String ROUTE = "route";

    private BasisRules() {}

    static void check(Draft draft) {
        Part root = draft.root();
        RecordBlock block = draft.recordBlock();
        if (block == null) {
            new Known(
                            "record block",
                            " in any form",
                            draft.recordBlocks().map(RecordBlock::id).distinct().toList())
                    .check(root.member("record"));
            return;
        }
        checkRoute(root.member(ROUTE), block);
        List<String> facts = block.fields().stream().map(Field::id).toList();
        Known known = new Known("field", " in the record block “" + block.id() + "”", facts);
        root.member("recipes").entries().forEach(recipe -> known.checkAll(recipe.member("keeps")));
    }

    private static void checkRoute(Part route, RecordBlock block) {
        List<String> routes = block.fields().stream()
                .filter(field -> field.id().equals(ROUTE))
                .flatMap(field -> field instanceof ChoiceField choice ? choice.list().ids().stream() : Stream.of())
                .toList();
        if (routes.isEmpty()) {
            route.fault(
                    "unknown-route",
                    "The record block “" + block.id() + "” has no choice “route”, so no programme can stand on it.");
        } else {
            new Known("route", " in the record block “" + block.id() + "”", routes).check(route);
        }
    }
}
