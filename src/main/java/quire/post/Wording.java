package quire.post;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a letter as its reader gets them.
 *
 * @param address where people find this server, such as {@code https://quire.example.org}; it does not end with a slash
 */
public record Wording(String address) {

    /** The whole text, the secret where it belongs. */
    String whole(KeptLetter.Kept letter) {
        return with(letter, letter.secret());
    }

    /** The text with other words in place of what only the reader may have. */
    public String with(KeptLetter.Kept letter, @Nullable String instead) {
        return letter.text()
                .lines()
                .map(line -> line.equals(Letter.SECRET) && instead != null ? instead : line)
                .map(line -> line.startsWith("/") ? address + line : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
