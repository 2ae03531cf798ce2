package quire.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.RecordBlock;
import quire.yaml.Part;

/**
 * A programme that is being checked: what was made of the file, where each piece stands, and the forms it is held
 * against.
 *
 * @param root the file
 * @param programme what was made of it
 * @param forms the forms that it may name
 */
record Draft(Part root, Programme programme, Forms forms) {

    /**
     * A paper and where it stands.
     *
     * @param part its place in the file
     * @param row what was made of it
     */
    record Paper(Part part, Row row) {}

    /**
     * One way to decide the settings.
     *
     * @param words how it differs from the defaults, to stand at the end of a sentence: empty, or “ when … is …”
     * @param choices what holds
     */
    record Variation(String words, Choices choices) {}

    /** The rows of the checklist and the further papers. */
    List<Paper> papers() {
        return Stream.concat(
                        papers("documents", programme.rows()).stream(), papers("further", programme.further()).stream())
                .toList();
    }

    /** The record block that the programme stands on; null if no form has it. */
    @Nullable
    RecordBlock recordBlock() {
        return recordBlocks()
                .filter(block -> block.id().equals(programme.basis().record()))
                .findFirst()
                .orElse(null);
    }

    /** The record blocks of all forms. */
    Stream<RecordBlock> recordBlocks() {
        return forms.everyVersion().stream().map(Form::record).filter(Objects::nonNull);
    }

    /** The ids of a list of things. */
    List<String> ids(String list) {
        return root.member(list).entries().stream()
                .map(entry -> entry.member("id").text(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The defaults, and each other value by itself of each setting on which papers or minimums depend. */
    List<Variation> variations() {
        Set<String> decisive = Stream.concat(
                        papers().stream().map(paper -> paper.row().when()),
                        programme.minimums().stream().map(Minimum::when))
                .flatMap(when -> when.allowed().keySet().stream())
                .collect(Collectors.toSet());
        Stream<Variation> others = programme.settings().stream()
                .filter(setting -> decisive.contains(setting.id()))
                .flatMap(this::others);
        return Stream.concat(Stream.of(new Variation("", programme.defaults())), others)
                .toList();
    }

    private Stream<Variation> others(Setting setting) {
        return setting.values().stream()
                .map(Setting.Value::id)
                .filter(value -> !value.equals(setting.defaultValue()))
                .map(value -> new Variation(
                        " when the setting “" + setting.id() + "” is “" + value + "”",
                        programme.defaults().assuming(setting.id(), value)));
    }

    private List<Paper> papers(String list, List<Row> rows) {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            papers.add(new Paper(root.member(list).entry(i), rows.get(i)));
        }
        return papers;
    }
}
