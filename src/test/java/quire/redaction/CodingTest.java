package quire.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {

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
}
