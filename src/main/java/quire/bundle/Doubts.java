package quire.bundle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quire.portfolio.EvidenceFile;
import quire.redaction.Suspect;

/**
 * What a person must look at before a coded bundle goes out: words that may identify somebody, and files.
 *
 * @param items what may identify somebody, paper by paper and file by file; most have nothing
 * @param files those that the bundle holds, or would hold if somebody decided so
 */
public record Doubts(List<Item> items, List<File> files) {

    public Doubts {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }

    /**
     * A paper or a file with what may identify somebody in it.
     *
     * @param title what it is called
     * @param document the id of the paper; empty for a file
     * @param suspects what nobody has decided about
     */
    public record Item(String title, String document, List<Suspect> suspects) {

        public Item {
            suspects = List.copyOf(suspects);
        }
    }

    /**
     * A file.
     *
     * @param shows whether the bundle holds it; empty where nobody has decided
     * @param unreadable the numbers of its pages on which no program can read everything
     */
    public record File(EvidenceFile file, Optional<Boolean> shows, Set<Integer> unreadable) {

        public File {
            unreadable = Set.copyOf(unreadable);
        }
    }

    /** In how many places something may identify somebody. */
    public int places() {
        return items.stream().mapToInt(item -> item.suspects().size()).sum();
    }

    /** About how many files nobody has decided. */
    public int openFiles() {
        return (int) files.stream().filter(file -> file.shows().isEmpty()).count();
    }

    /** What a bundle lacks that nobody has looked through. */
    Optional<Gap> gap() {
        int places = places();
        int open = openFiles();
        if (places + open == 0) {
            return Optional.empty();
        }
        String words = places == 0
                ? ""
                : (places == 1 ? "1 place" : places + " places")
                        + " may identify somebody, and nobody has decided about " + (places == 1 ? "it." : "them.");
        String left = open == 0
                ? ""
                : (open == 1 ? "1 file is" : open + " files are") + " left out until somebody has looked at "
                        + (open == 1 ? "it." : "them.");
        return Optional.of(new Gap(
                Gap.Kind.UNDECIDED, "Check for identifying text", (words + " " + left).strip(), "Administrator"));
    }
}
