package quire.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {

    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private static final Coding CODING = new Coding(Set.of("route"))
            .person("Kwame Osei-Tutu", "B4-207")
            .person("Helen Birtwhistle", "[assessor]")
            .person("Siân O’Brien", "[line manager]")
            .person("Нина Петрова", "[observer]")
            .thing("Eastmere County Council", "[employer]")
            .word("Eastmere", "[employer]")
            .thing("SW000431", "[registration number]")
            .thing("Alder Court", "[team]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # whole names, however they are written
            Kwame Osei-Tutu wrote this.               | B4-207 wrote this.
            KWAME OSEI-TUTU wrote this.               | B4-207 wrote this.
            kwame osei tutu wrote this.               | B4-207 wrote this.
            I met K. Osei-Tutu today.                 | I met B4-207 today.
            Siân O'Brien and Siân O’Brien agreed.     | [line manager] and [line manager] agreed.
            # parts of names, where they begin with a capital letter
            Helen said so.                            | [assessor] said so.
            Birtwhistle's note                        | [assessor]'s note
            Ms Birtwhistle’s note                     | [assessor]’s note
            Dr. Birtwhistle came                      | [assessor] came
            Osei-Tutu and O’Brien                     | B4-207 and [line manager]
            Нина была там                             | [observer] была там
            # what only looks alike
            helenium and Helena grow                  | helenium and Helena grow
            a birtwhistle is a bird                   | a birtwhistle is a bird
            # things
            In Eastmere we work for Eastmere County Council. | In [employer] we work for [employer].
            Call sw000431 at ALDER COURT              | Call [registration number] at [team]
            Write to helen.b+x@eastmere.gov.uk now    | Write to [e-mail address] now
            Nothing here                              | Nothing here
            """)
    void saysWhatInsteadOfWho(String text, String coded) {
        assertThat(CODING.text(text)).isEqualTo(coded);
    }

    private static Coding decided() {
        return new Coding(Set.of())
                .person("Helen Birtwhistle", "[assessor]")
                .decided(new Decision("Tomos Brynglas", Decision.TYPED, true, "somebody", AT))
                .decided(new Decision("01632 960128", "phone", true, "somebody", AT))
                .decided(new Decision("SW1A 1AA", "postcode", false, "somebody", AT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Ask Tomos Brynglas, please.               | Ask [removed], please.
            ask tomos   BRYNGLAS                      | ask [removed]
            Tomos Brynglasson is somebody else        | Tomos Brynglasson is somebody else
            Tomos alone stays                         | Tomos alone stays
            Ring 01632 960128 now                     | Ring [telephone number] now
            Helen rang 01632 960128                   | [assessor] rang [telephone number]
            SW1A 1AA stays                            | SW1A 1AA stays
            """)
    void takesOutWhatSomebodyHasDecided(String text, String coded) {
        assertThat(decided().text(text)).isEqualTo(coded);
    }

    @Test
    void asksOnlyAboutWhatNobodyHasDecided() {
        Reading reading = new Reading(decided());
        reading.text("Ring 01632 960128 or 01632 960999. We met in SW1A 1AA with Mrs Penhaligon. birtwhistle came.");
        Reading.Read read = reading.done();
        assertThat(read.removed()).isEqualTo(1);
        assertThat(read.left()).isEqualTo(1);
        assertThat(read.suspects()).extracting(Suspect::text).containsExactly("01632 960999", "Mrs Penhaligon");
        assertThat(read.suspects().get(0).before()).isEqualTo("Ring [telephone number] or ");
        assertThat(read.suspects().get(0).after()).startsWith(". We met");
    }

    @Test
    void copesWithThousandsOfPlaces() {
        StringBuilder hostile = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            hostile.append("a").append(i).append("@example.org Helen ");
        }
        assertThat(decided().places(hostile.toString())).hasSize(40_000);
    }
}
