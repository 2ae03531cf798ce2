package quire.web.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quire.bundle.Contents;
import quire.bundle.Plan;
import quire.core.Problem;
import quire.web.frame.View;

/**
 * The order in which a bundle is read in a browser: part by part, without the pages that only say what stands where.
 *
 * @param parts in their order
 */
record SheetOrder(List<Part> parts) {

    /**
     * What stands together in a bundle.
     *
     * @param title of the part; empty for what stands between parts
     */
    private record Part(String title, List<Contents.Line> lines) {}

    static SheetOrder of(Contents contents) {
        List<Part> parts = new ArrayList<>();
        boolean inside = false;
        for (Contents.Line line : contents.lines()) {
            if (line.kind() == Plan.Kind.DIVIDER) {
                parts.add(new Part(line.title(), new ArrayList<>()));
                inside = true;
            } else if (line.kind() != Plan.Kind.CONTENTS) {
                boolean stays = inside && line.level() != 1;
                if (parts.isEmpty()
                        || (!stays && !parts.get(parts.size() - 1).title().isEmpty())) {
                    parts.add(new Part("", new ArrayList<>()));
                    inside = false;
                }
                parts.get(parts.size() - 1).lines().add(line);
            }
        }
        return new SheetOrder(parts);
    }

    /**
     * What an address names.
     *
     * @throws Problem if there is no such thing in the bundle, or nothing of it is read by itself
     */
    Contents.Line get(String key) {
        return all().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is nothing of that name in this bundle."));
    }

    Optional<Contents.Line> before(Contents.Line line) {
        int place = all().indexOf(line) - 1;
        return place < 0 ? Optional.empty() : Optional.of(all().get(place));
    }

    Optional<Contents.Line> after(Contents.Line line) {
        int place = all().indexOf(line) + 1;
        return place == all().size() ? Optional.empty() : Optional.of(all().get(place));
    }

    /** The title of the part that something stands in; empty for none. */
    String part(Contents.Line line) {
        return parts.stream()
                .filter(part -> part.lines().contains(line))
                .findFirst()
                .map(Part::title)
                .orElse("");
    }

    /** @param address of the contents */
    List<View> parts(String address) {
        return parts.stream()
                .filter(part -> !part.lines().isEmpty())
                .map(part -> new View()
                        .text("part", heading(part))
                        .list(
                                "lines",
                                part.lines().stream()
                                        .map(line -> line(line, address))
                                        .toList()))
                .toList();
    }

    private String heading(Part part) {
        if (!part.title().isEmpty()) {
            return part.title();
        } else if (part.equals(parts.get(0))) {
            return "At the front";
        }
        return part.equals(parts.get(parts.size() - 1)) ? "At the back" : "Further papers";
    }

    private static View line(Contents.Line line, String address) {
        return new View()
                .text("href", address + "/" + line.key())
                .text("line", line.title())
                .text("where", (line.pages() == 1 ? "Page " : "Pages ") + BundleWords.numbers(line))
                .flag("missing", line.kind() == Plan.Kind.SLIP);
    }

    private List<Contents.Line> all() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }
}
