package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quire.pdf.AwkwardPdf.Drawn;
import quire.pdf.Item.Origin;
import quire.pdf.Volume.Numbering;
import quire.testkit.Qpdf;

/**
 * Whatever is bound: the number on a page, its label, the line of the contents, the bookmark and where a link leads are one
 * and the same.
 */
class AnyVolumeTest {

    private static final Instant MADE = Instant.parse("2026-11-22T09:30:00Z");

    @TempDir
    private Path folder;

    static LongStream representative() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("representative")
    void everyNumberAgrees(long seed) throws IOException {
        judge(seed);
    }

    @Test
    @Tag("slow")
    void everyNumberAgreesInHundredsOfVolumes() throws IOException {
        for (long seed = 100; seed < 400; seed++) {
            judge(seed);
        }
    }

    private void judge(long seed) throws IOException {
        Random random = new Random(seed);
        List<Item> items = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Drawn drawn = AwkwardPdf.draw(seed * 100 + i);
            odd.add(i + ": " + drawn.oddities());
            items.add(item(i, drawn, random));
        }
        List<Item> all = new ArrayList<>(List.of(contents(items)));
        all.addAll(items);
        try {
            judge(bound(all), all);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("Seed " + seed + " " + odd, e);
        }
    }

    /** As a person would: what cannot be bound is replaced by a page that says so. */
    private byte[] bound(List<Item> all) throws IOException {
        Path file = folder.resolve("volume.pdf");
        for (int tries = 0; tries <= all.size(); tries++) {
            try {
                new Binder().bind(volume(all), file);
                return Files.readAllBytes(file);
            } catch (Unbindable problem) {
                int place = all.stream().map(Item::key).toList().indexOf(problem.key());
                assertThat(place).as(problem.reason()).isPositive();
                assertThat(problem.reason()).endsWith(".");
                all.set(place, slip(all.get(place), problem.reason()));
                all.set(0, contents(all.subList(1, all.size())));
            }
        }
        throw new AssertionError("Nothing was left to replace");
    }

    private void judge(byte[] file, List<Item> all) {
        Qpdf.assertSound(file);
        int total = all.stream().mapToInt(Item::pages).sum();
        try (BoundLook look = new BoundLook(file)) {
            assertThat(look.pages()).isEqualTo(total);
            int first = 1;
            for (int i = 0; i < all.size(); i++) {
                assertThat(look.bookmarks()).containsEntry(all.get(i).title() + ", page " + first, first);
                if (i > 0) {
                    assertThat(look.links(1).get(i - 1)).isEqualTo(first);
                }
                for (int page = first; page < first + all.get(i).pages(); page++) {
                    assertThat(look.stamp(page)).isEqualTo("Page " + page + " of " + total);
                    assertThat(look.labels().get(page - 1)).isEqualTo("" + page);
                    assertThat(look.page(page).getCOSObject().containsKey("StructParents"))
                            .isTrue();
                    if (page > 1) {
                        assertThat(look.links(page)).endsWith(1);
                    }
                }
                first += all.get(i).pages();
            }
        }
    }

    private static Item item(int index, Drawn drawn, Random random) {
        Origin origin = random.nextBoolean() ? Origin.UNTAGGED : Origin.TAGGED;
        String title = "Item " + index + " ŵ";
        int pages;
        try {
            pages = new Binder().pages(drawn.content());
        } catch (Unbindable problem) {
            return slip(new Item("item" + index, title, 1, 1, origin, drawn::content), problem.reason());
        }
        assertThat(drawn.isHopeless()).isFalse();
        return new Item("item" + index, title, 1, pages, origin, drawn::content);
    }

    private static Item slip(Item item, String reason) {
        byte[] pdf = page("<h1>" + item.title() + "</h1><p>Not included. " + reason + "</p>");
        return new Item(item.key(), item.title(), 1, 1, Origin.OWN, () -> pdf);
    }

    private static Item contents(List<Item> items) {
        StringBuilder list = new StringBuilder("<h1>Contents</h1><ul>");
        items.forEach(item -> list.append("<li><a href=\"")
                .append(Item.link(item.key()))
                .append("\">")
                .append(item.title())
                .append("</a></li>"));
        byte[] pdf = page(list + "</ul>");
        return new Item("contents", "Contents", 1, 1, Origin.OWN, () -> pdf);
    }

    private static byte[] page(String html) {
        return new PdfMaker()
                .make(PdfRequest.of("<title>A page</title>" + html, "page", MADE))
                .bytes();
    }

    private static Volume volume(List<Item> items) {
        int pages = items.stream().mapToInt(Item::pages).sum();
        return new Volume(
                "Portfolio",
                "en-GB",
                MADE,
                "",
                Claims.NONE,
                items,
                Numbering.of(pages),
                "contents",
                "",
                spans -> List.of(new Volume.Attachment(
                        "manifest.json",
                        "application/json",
                        "What is in this volume",
                        "Data",
                        spans.toString().getBytes(StandardCharsets.UTF_8))));
    }
}
