package quire.convert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.convert.Verdicts.advice;
import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.evidence;
import static quire.convert.Verdicts.join;
import static quire.convert.Verdicts.judged;
import static quire.convert.Verdicts.refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import quire.core.Digest;
import quire.core.Problem;
import quire.testkit.Docx;

/** S-50 to S-52, S-60 and S-63: what a file is, by its content, and the exact sentence where it is not taken. */
class UploadsTest {

    @Test
    void s50_refusesAnEmptyFile() {
        assertThat(refusal(new byte[0])).isEqualTo(Refusal.EMPTY);
        assertThat(Refusal.EMPTY.sentence()).isEqualTo("The selected file is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPTY     | The selected file is empty",
                "TOO_LARGE | The selected file must be smaller than 25MB",
                "KIND      | The selected file must be a PDF, DOCX, JPG or PNG",
                "DISGUISED | The selected file must be a PDF, DOCX, JPG or PNG",
                "DOCTYPE   | The selected file must be a PDF, DOCX, JPG or PNG",
                "PASSWORD  | The selected file is password protected",
                "DAMAGED   | The selected file could not be uploaded – try again",
                "BOMB      | The selected file could not be uploaded – try again",
                "PROGRAMS  | The selected file contains macros or embedded programs"
            })
    void saysWhatGovUkSays(Refusal refusal, String sentence) {
        assertThat(refusal.sentence()).isEqualTo(sentence);
    }

    @Test
    void s51_stopsReadingBehindTheLimit() {
        Endless endless = new Endless();
        assertThatThrownBy(() -> new Uploads().judge("film.pdf", endless))
                .isInstanceOf(Problem.class)
                .hasMessage("The selected file must be smaller than 25MB")
                .extracting(problem -> ((Problem) problem).kind())
                .isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(endless.given).isBetween(25_000_001L, 26_000_000L);
        assertThat(refusal(new byte[26_000_000])).isEqualTo(Refusal.TOO_LARGE);
    }

    /** A sender that never stops. */
    private static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            given += length;
            return length;
        }
    }

    @Test
    void s51_takesAFileOfExactlyTheLimit() {
        byte[] picture = Pngs.picture();
        byte[] filled = join(picture, new byte[Uploads.MAX_BYTES - picture.length]);
        assertThat(judged(filled).content().bytes()).isEqualTo(picture);
    }

    @Test
    void s63_keepsNothingOfAFileThatDidNotArriveWhole() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(Pdfs.page()), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line is down");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatThrownBy(() -> new Uploads().judge("a.pdf", broken))
                .isInstanceOf(Problem.class)
                .hasMessage("The selected file could not be uploaded – try again")
                .hasRootCauseMessage("The line is down");
    }

    @Test
    void s63_makesTheSameOfTheSameFile() {
        byte[] photo = Jpegs.with(Jpegs.exif(Jpegs.cameraData(6, true, true)));
        assertThat(Digest.of(judged(photo).content().bytes()))
                .isEqualTo(Digest.of(judged(photo.clone()).content().bytes()));
    }

    @ParameterizedTest
    @MethodSource("quire.convert.Verdicts#evidence")
    void takesTheEvidenceOfTheSamples(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Judged judged = new Uploads().judge(file.getFileName().toString(), content);
            assertThat(judged.name()).isEqualTo(file.getFileName().toString());
            // Photos of telephones say when they were taken; that is all there is to remove from the samples.
            assertThat(judged.removed()).isSubsetOf("details of the camera and of when the picture was taken");
            assertThat(Arrays.equals(judged.content().bytes(), Files.readAllBytes(file)))
                    .isEqualTo(judged.findings().isEmpty());
        }
    }

    @Test
    void thereIsEvidenceToTake() {
        assertThat(evidence()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MZ\\x90\\x00\\x03                      | It is a program",
                "\\x7FELF\\x02\\x01                     | It is a program",
                "#!/bin/sh                              | It is a program"
            })
    void s52_refusesPrograms(String content, String said) {
        byte[] program = bytes(unescaped(content));
        assertThat(refusal("report.pdf", program)).isEqualTo(Refusal.DISGUISED);
        assertThat(refusal("setup.exe", program)).isEqualTo(Refusal.DISGUISED);
        assertThat(advice(program)).startsWith(said);
        assertThat(Refusal.DISGUISED.isSuspicious()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\\x00\\x00\\x00\\x18ftypheic\\x00\\x00  | HEIC photo",
                "\\x00\\x00\\x00\\x1Cftypmif1\\x00\\x00  | HEIC photo",
                "\\x00\\x00\\x00\\x1Cftypavif\\x00\\x00  | HEIC photo",
                "\\x00\\x00\\x00\\x18ftypmp42\\x00\\x00  | recording",
                "<svg xmlns=`x`><script/></svg>          | SVG drawing",
                "<?xml version=`1.0`?><!-- --><svg />    | SVG drawing",
                "GIF89a\\x01\\x00                        | GIF picture",
                "RIFF\\x10\\x00\\x00\\x00WEBPVP8         | WebP picture",
                "II*\\x00\\x08\\x00                      | TIFF picture",
                "MM\\x00*\\x00\\x00                      | TIFF picture",
                "BM\\x10\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x36 | BMP picture",
                "{\\x5Crtf1 Dear all}                    | format RTF",
                "Dear all, siân                          | plain text",
                "<!DOCTYPE html><p>Dear all              | web page",
                "From: a@example.org                     | e-mail",
                "\\x00\\x01\\x02\\x03                    | print it as a PDF"
            })
    void s60_saysWhatToDoWithOtherFiles(String content, String said) {
        byte[] file = unescaped(content.replace('`', '"'))
                .getBytes(content.contains("siân") ? UTF_8 : java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(refusal("holiday.heic", file)).isEqualTo(Refusal.KIND);
        assertThat(refusal("holiday.jpg", file)).isEqualTo(Refusal.KIND);
        assertThat(refusal("holiday.pdf", file)).as("passing itself off").isEqualTo(Refusal.DISGUISED);
        assertThat(advice(file)).contains(said);
        for (int length = 1; length < file.length; length++) {
            assertThat(refusal(Arrays.copyOf(file, length))).isIn(Refusal.KIND, Refusal.DISGUISED);
        }
    }

    @Test
    void saysWhatToDoWithAnOpenDocument() {
        byte[] odt = Docx.zip(java.util.Map.of("mimetype", bytes("application/vnd.oasis.opendocument.text")));
        byte[] plain = Zips.stored("mimetype", bytes("application/vnd.oasis.opendocument.text"));
        assertThat(refusal(odt)).isEqualTo(Refusal.KIND);
        assertThat(advice(plain)).contains("OpenDocument");
    }

    @Test
    void s52_refusesTwoKindsAtOnce() {
        assertThat(refusal(Jpegs.with(Jpegs.segment(0xFE, bytes("%PDF-1.4"))))).isEqualTo(Refusal.DISGUISED);
        assertThat(refusal(Pngs.with(Pngs.chunk("tEXt", bytes("x\0%PDF-1.4"))))).isEqualTo(Refusal.DISGUISED);
        assertThat(refusal(Zips.stored("%PDF-1.4", bytes("x")))).isEqualTo(Refusal.DISGUISED);
    }

    @Test
    void saysWhenTheNameIsNotTrue() {
        Judged judged = new Uploads().judge("photo.png", Jpegs.picture());
        assertThat(judged.name()).isEqualTo("photo.jpg");
        assertThat(judged.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("The name ended in .png, but the file is a JPG. It is kept as “photo.jpg”."));
        assertThat(judged.mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void givesTheContentAsOftenAsItIsAskedFor() throws IOException {
        Judged judged = judged(Jpegs.with(Jpegs.segment(0xFE, bytes("note"))));
        for (int i = 0; i < 2; i++) {
            try (InputStream content = judged.content().open()) {
                assertThat(content.readAllBytes()).isEqualTo(Jpegs.picture()).hasSize((int) judged.size());
            }
        }
        assertThat(new ByteArrayInputStream(judged.content().bytes())).hasBinaryContent(Jpegs.picture());
    }

    private static String unescaped(String text) {
        return java.util.regex.Pattern.compile("\\\\x([0-9A-F]{2})")
                .matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
