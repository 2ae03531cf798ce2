package quire.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quire.forms.Forms;
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

    /** The ids of a list of things. */
    List<String> ids(String list) {
        return root.member(list).entries().stream()
                .map(entry -> entry.member("id").text(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The defaults, and each other value of each setting by itself. */
    List<Variation> variations() {
        List<Variation> variations = new ArrayList<>();
        variations.add(new Variation("", programme.defaults()));
        for (Setting setting : programme.settings()) {
            for (Setting.Value value : setting.values()) {
                if (!value.id().equals(setting.defaultValue())) {
                    variations.add(new Variation(
                            " when the setting “" + setting.id() + "” is “" + value.id() + "”",
                            programme.defaults().assuming(setting.id(), value.id())));
                }
            }
        }
        return variations;
    }

    private List<Paper> papers(String list, List<Row> rows) {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            papers.add(new Paper(root.member(list).entry(i), rows.get(i)));
        }
        return papers;
    }
}
