package quire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.programme.FillSource;
import quire.programme.Programme;
import quire.programme.Row;
import quire.programme.Stage;

/**
 * What is known of the papers of a year: what they are called and how they stand, never what is in them.
 *
 * @param programme what the year follows
 * @param checklist its papers on the day
 * @param settled when each document last came further, by id
 * @param today the day
 * @param zone where days begin
 */
record PaperFacts(
        Programme programme, Checklist checklist, Map<String, Instant> settled, LocalDate today, ZoneId zone) {

    /** The papers of some stages, in the order of the programme: those begun one by one, the others once. */
    List<Known> of(FillSource source) {
        return checklist.parts().stream()
                .filter(part -> source.stages().isEmpty()
                        || source.stages().contains(part.stage().id()))
                .flatMap(part -> part.items().stream())
                .filter(item ->
                        source.of().isEmpty() || source.of().contains(item.row().id()))
                .filter(item -> !item.row().optional() || !item.documents().isEmpty())
                .flatMap(item -> each(item).stream())
                .filter(known -> wanted(known, source.only()))
                .toList();
    }

    /** Some papers as if they were one; those that are not in this year are passed over. */
    Known together(List<String> papers) {
        List<Checklist.Item> items =
                papers.stream().flatMap(paper -> checklist.find(paper).stream()).toList();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        if (!items.isEmpty()) {
            facts.putAll(known(
                            "",
                            items.get(0),
                            items.get(0).row().title(),
                            items.get(0).documents())
                    .facts());
        }
        List<Known> all = items.stream()
                .map(item -> known("", item, item.row().title(), item.documents()))
                .toList();
        for (String fact : List.of("begun", "written", "finished")) {
            facts.put(fact, !all.isEmpty() && all.stream().allMatch(known -> isTrue(known, fact)));
        }
        facts.put("planned", BigDecimal.valueOf(all.size()));
        facts.put(
                "done",
                BigDecimal.valueOf(
                        all.stream().filter(known -> isTrue(known, "finished")).count()));
        boolean dated = isTrue(new Known("", facts), "finished");
        facts.put("finished_on", dated ? finishedOn(items) : null);
        return new Known("", facts);
    }

    private @Nullable String finishedOn(List<Checklist.Item> items) {
        return finishedOn(
                items.stream().flatMap(item -> item.documents().stream()).toList(), true);
    }

    private List<Known> each(Checklist.Item item) {
        String id = item.row().id();
        List<Summary> documents = item.documents();
        if (documents.size() < 2) {
            return List.of(known(id, item, item.row().title(), documents));
        }
        List<Known> each = new ArrayList<>();
        for (Summary document : documents) {
            String key = each.isEmpty() ? id : id + "-" + (each.size() + 1);
            each.add(known(key, item, document.title(), List.of(document)));
        }
        return each;
    }

    private Known known(String key, Checklist.Item item, String title, List<Summary> documents) {
        Row row = item.row();
        boolean begun = documents.stream().anyMatch(one -> one.progress() != Progress.NOT_STARTED);
        boolean written =
                begun && documents.stream().allMatch(one -> one.progress().isWritten());
        boolean finished = written && documents.stream().allMatch(Summary::isFinished);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("title", title);
        facts.put("begun", begun);
        facts.put("written", written);
        facts.put("signed", row.signatories().isEmpty() ? null : finished);
        facts.put("finished", finished);
        facts.put("finished_on", finishedOn(documents, finished));
        facts.put("planned", BigDecimal.ONE);
        facts.put("done", finished ? BigDecimal.ONE : BigDecimal.ZERO);
        facts.put("due", Objects.toString(item.due(), null));
        facts.put("owner", roles(programme, row.responsible(), " and "));
        facts.put("stage", stage(programme, row.stage()));
        facts.put("state", state(begun, written, finished));
        return new Known(key, facts);
    }

    private boolean wanted(Known known, FillSource.@Nullable Only only) {
        if (only == null) {
            return true;
        }
        boolean finished = isTrue(known, "finished");
        return switch (only) {
            case BEGUN -> isTrue(known, "begun");
            case FINISHED -> finished;
            case UNFINISHED -> !finished;
            case OVERDUE ->
                !finished
                        && known.facts().get("due") instanceof String due
                        && LocalDate.parse(due).isBefore(today);
        };
    }

    private static boolean isTrue(Known known, String fact) {
        return Boolean.TRUE.equals(known.facts().get(fact));
    }

    private @Nullable String finishedOn(List<Summary> documents, boolean finished) {
        return documents.stream()
                .filter(document -> finished)
                .flatMap(document -> Stream.ofNullable(settled.get(document.id())))
                .max(Instant::compareTo)
                .map(moment -> LocalDate.ofInstant(moment, zone).toString())
                .orElse(null);
    }

    private static Known.Word state(boolean begun, boolean written, boolean finished) {
        if (finished) {
            return new Known.Word("complete", "Complete");
        } else if (written) {
            return new Known.Word("to_sign", "Waiting for signatures");
        }
        return begun ? new Known.Word("in_progress", "In progress") : new Known.Word("not_started", "Not started");
    }

    static Known.@Nullable Word stage(Programme programme, @Nullable String id) {
        return id == null
                ? null
                : new Known.Word(
                        id, programme.timeline().stage(id).map(Stage::title).orElse(id));
    }

    static String roles(Programme programme, List<String> roles, String between) {
        return roles.stream()
                .map(role -> programme.basis().roles().getOrDefault(role, role))
                .collect(Collectors.joining(between));
    }
}
