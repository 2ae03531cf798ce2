package quire.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.RepeatField;
import quire.yaml.Part;

/**
 * One source of a paper's answers: it names things that are there, and facts that the record knows of them.
 *
 * @param row the paper that is filled in
 * @param form the form that it is written on
 * @param field the field of the form
 */
record SourceRules(Draft draft, Row row, Form form, Field field) {

    /** What each kind of thing may be asked with, besides {@code from}, {@code take}, {@code say} and {@code as}. */
    private static final Map<FillSource.From, Set<String>> KEYS = Map.of(
            FillSource.From.PAPERS, Set.of("of", "rows", "stages", "only"),
            FillSource.From.MINIMUMS, Set.of("of", "rows", "by", "where", "with_this"),
            FillSource.From.MILESTONES, Set.of("of", "rows"),
            FillSource.From.SUPPORT, Set.of(),
            FillSource.From.PEOPLE, Set.of("of"),
            FillSource.From.OWN, Set.of("of", "without"),
            FillSource.From.ANSWERS, Set.of("of"),
            FillSource.From.DAY, Set.of());

    /** What is known of a minimum when only a part of it is counted. */
    private static final Set<String> OF_A_PART = Set.of("counted", "any", "all");

    void check(Part part) {
        if (part.member("from").text() == null || !isKnown(part.member("from").text(""))) {
            return; // the schema has told it
        }
        FillSource source = FillBuilder.source(part);
        checkKeys(part, source);
        checkThings(part, source);
        Known stages = Known.ofProgramme("stage", draft.ids("stages"));
        stages.checkAll(part.member("stages"));
        stages.check(part.member("by"));
        checkWhere(part, source);
        FactRules facts = new FactRules(draft, row, form, source);
        if (field instanceof RepeatField repeat) {
            checkTable(part, source, repeat, facts);
        } else {
            checkSingle(part, source, facts);
        }
    }

    private static boolean isKnown(String from) {
        return Stream.of(FillSource.From.values()).anyMatch(one -> one.name().equalsIgnoreCase(from));
    }

    private static void checkKeys(Part part, FillSource source) {
        Set<String> allowed = KEYS.getOrDefault(source.from(), Set.of());
        for (String key : List.of("of", "rows", "stages", "only", "by", "where", "without", "with_this")) {
            if (part.member(key).isPresent() && !allowed.contains(key)) {
                part.member(key)
                        .fault(
                                "fills",
                                "“" + key + "” says nothing of what comes from "
                                        + part.member("from").text("") + ". Take it out.");
            }
        }
    }

    /** Whatever is named is there. */
    private void checkThings(Part part, FillSource source) {
        List<Part> named = new ArrayList<>(FillBuilder.each(part.member("of")));
        part.member("rows").members().values().forEach(things -> named.addAll(FillBuilder.each(things)));
        Known known = known(source.from());
        named.forEach(known::check);
    }

    private Known known(FillSource.From from) {
        return switch (from) {
            case PAPERS, ANSWERS ->
                Known.ofProgramme(
                        "paper",
                        draft.papers().stream().map(paper -> paper.row().id()).toList());
            case OWN ->
                new Known(
                        "field",
                        " in the form “" + form.id() + "”",
                        form.fields().map(Field::id).toList());
            case MINIMUMS -> Known.ofProgramme("minimum", draft.ids("minimums"));
            case MILESTONES -> Known.ofProgramme("milestone", draft.ids("milestones"));
            case PEOPLE, SUPPORT, DAY ->
                Known.ofProgramme("role", draft.programme().basis().roles().keySet());
        };
    }

    private void checkWhere(Part part, FillSource source) {
        Minimum.Among where = source.where();
        if (where == null || source.from() != FillSource.From.MINIMUMS) {
            return;
        }
        Stream.concat(source.of().stream(), source.rows().values().stream().flatMap(List::stream))
                .distinct()
                .flatMap(id -> draft.programme().minimums().stream()
                        .filter(one -> one.id().equals(id))
                        .limit(1))
                .forEach(minimum -> draft.papers().stream()
                        .flatMap(paper -> paper.row().forms().stream())
                        .filter(pin -> minimum.forms().contains(pin.form()))
                        .distinct()
                        .flatMap(pin -> draft.forms().find(pin.toString()).stream())
                        .forEach(counted -> MinimumRules.checkAmong(part, counted, minimum, where)));
        facts(source)
                .filter(take -> source.from().facts().containsKey(take.fact()) && !OF_A_PART.contains(take.fact()))
                .findFirst()
                .ifPresent(take -> part.member("where")
                        .fault(
                                "fills",
                                "“" + take.fact() + "” is not known of a part of a minimum. With “where” there is only"
                                        + " counted, any and all."));
    }

    private static Stream<FillSource.Take> facts(FillSource source) {
        FillSource.Take take = source.take();
        return Stream.concat(Stream.ofNullable(take), source.as().values().stream());
    }

    private void checkTable(Part part, FillSource source, RepeatField repeat, FactRules facts) {
        String table = "The field “" + field.id() + "” of the form “" + form.id() + "” is a table";
        if (source.as().isEmpty() || part.member("take").isPresent()) {
            part.fault("fills", table + ". Say with “as” which fact goes into which of its columns.");
        }
        if (repeat.rows() == null) {
            if (part.member("rows").isPresent()) {
                part.member("rows").fault("fills", table + " whose rows the record gives. Take “rows” out.");
            }
        } else if (!part.member("rows").isPresent()) {
            part.fault("fills", table + " whose rows the form gives. Say with “rows” what each of them is about.");
        } else {
            Known rows = new Known(
                    "row", " in the field “" + field.id() + "”", repeat.rows().ids());
            part.member("rows").members().forEach((id, things) -> rows.check(things, id));
        }
        Known columns = new Known(
                "column",
                " for the record in the field “" + field.id() + "”",
                repeat.items().stream()
                        .filter(Field::filledByRecord)
                        .map(Field::id)
                        .toList());
        part.member("as").members().forEach((id, fact) -> {
            columns.check(fact, id);
            repeat.items().stream()
                    .filter(item -> item.id().equals(id) && item.filledByRecord())
                    .forEach(item ->
                            facts.check(fact, fact.member("say"), source.as().get(id), item));
        });
    }

    private void checkSingle(Part part, FillSource source, FactRules facts) {
        if (part.member("as").isPresent() || part.member("rows").isPresent()) {
            part.fault(
                    "fills",
                    "The field “" + field.id() + "” of the form “" + form.id()
                            + "” is no table. Name the one fact that it takes with “take”.");
        }
        boolean one = source.from() == FillSource.From.DAY || !source.of().isEmpty();
        if (!one || source.take() == null) {
            part.fault(
                    "fills",
                    "The field “" + field.id() + "” of the form “" + form.id()
                            + "” takes one fact of one thing. Name the thing with “of” and the fact with “take”.");
        } else {
            Part take = part.member("take");
            facts.check(take.isPresent() ? take : part, part.member("say"), source.take(), field);
        }
    }
}
