package quire.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import quire.people.Actor;
import quire.portfolio.Document;
import quire.portfolio.EvidenceFile;
import quire.portfolio.EvidenceNote;
import quire.portfolio.Outcome;
import quire.portfolio.Sent;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** The papers of the social worker of a cast, begun and written in without going through pages. */
final class Papers {

    private final WebHouse house;
    private final Cast cast;

    Papers(WebHouse house, Cast cast) {
        this.house = house;
        this.cast = cast;
    }

    /** Begins another paper of a row, whether its stage is open or not. */
    String begin(String paper, String form) {
        long seen = house.rooms().documents().ofPortfolio(cast.portfolio("nqsw").id()).stream()
                .filter(one -> paper.equals(one.paper()))
                .count();
        return house.rooms()
                .documents()
                .start(
                        cast.portfolio("nqsw"),
                        paper,
                        house.rooms().forms().find(form).orElseThrow(),
                        (int) seen,
                        actor("nqsw"),
                        WebHouse.CLOCK.instant(),
                        house.rooms().today())
                .id();
    }

    /** The reflection log, with a first section of one line and three long texts. */
    String log() {
        return begin("critical-reflection", "critical-reflection-log");
    }

    /** Saves one answer, on top of what is there. */
    void write(String document, String section, String field, Object answer, String who) {
        write(document, section, field, answer, who, WebHouse.CLOCK.instant());
    }

    void write(String document, String section, String field, Object answer, String who, Instant at) {
        save(document, section, field, answer, get(document).revision(), who, at)
                .orThrow();
    }

    /** Saves an answer that was made of an older revision. */
    Outcome save(String document, String section, String field, Object answer, int base, String who, Instant at) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put(field, answer);
        return house.rooms()
                .documents()
                .save(
                        document,
                        Sent.of(section, answers, base),
                        actor(who),
                        at,
                        house.rooms().today());
    }

    /** Puts a file into the portfolio. */
    EvidenceFile file(String description, boolean confidential) {
        return house.rooms()
                .evidence()
                .add(
                        cast.portfolio("nqsw").id(),
                        new EvidenceNote(description, Set.of(), confidential),
                        "certificate.png",
                        new ByteArrayInputStream(picture(description.hashCode())),
                        actor("nqsw"),
                        WebHouse.CLOCK.instant())
                .file();
    }

    /** A small picture; another one for each number. */
    static byte[] picture(int number) {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, number);
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document get(String document) {
        return house.rooms().documents().get(document);
    }

    @Nullable
    Object answer(String document, String field) {
        return get(document).answers().get(field);
    }

    Actor actor(String who) {
        return Actor.of(cast.person(who).id());
    }

    Ask ask(String who) {
        return cast.ask(who);
    }
}
