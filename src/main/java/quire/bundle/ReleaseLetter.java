package quire.bundle;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import quire.people.Person;
import quire.post.Letter;

/** What is written to somebody who may read a bundle. It names neither whose it is nor what is in it. */
final class ReleaseLetter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private ReleaseLetter() {}

    static Letter of(Release release, Person reader) {
        String text = """
                Hello %s,

                a portfolio is there for you to read in Quire, from %s until the end of %s. Sign in to read it:

                /bundles

                If you have no account yet, another letter brings you a link to open one. Who opens the portfolio, and when, is
                written down. Keep what you download where nobody else can open it, and delete it when the panel is over.

                If you were not expecting this, tell whoever runs the panel.
                """.formatted(
                        Letter.inLine(reader.name()), DAY.format(release.span().from()), DAY.format(release.lastDay()));
        return Letter.of("release " + release.id(), reader.email(), "A portfolio is there for you to read", text)
                .about("person", reader.id());
    }
}
