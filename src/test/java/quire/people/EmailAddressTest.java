package quire.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                "Anna.O'Brien+asye@sub.example.co.uk",
                "a@b.cd",
                "x_y-z=1@example.org",
                "anna@bücher.example"
            })
    void takesAddressesThatPeopleHave(String address) {
        assertThat(EmailAddress.isGood(address)).isTrue();
    }

    /** S-69: nothing that begins another header, another line or another recipient. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.org",
                "anna@",
                "anna@localhost",
                "anna@example",
                "anna@example..org",
                "anna@-example.org",
                "anna@example.org.",
                "anna@192.168.0.1",
                "an na@example.org",
                "anna@example.org\r\nBcc: all@example.org",
                "anna\n@example.org",
                "anna@example.org,ben@example.org",
                "anna@example.org;ben@example.org",
                "\"anna smith\"@example.org",
                "Anna <anna@example.org>",
                "anna@ben@example.org",
                ".anna@example.org",
                "anna.@example.org",
                "an..na@example.org",
                "anna@exam\u202Eple.org",
                "a\u0000@example.org",
                "müller@example.org",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org"
            })
    void s69_refusesWhatIsNoSingleAddress(String address) {
        assertThat(EmailAddress.isGood(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna@Example.ORG, anna@example.org",
        "' anna@example.org ', anna@example.org",
        "anna@BÜCHER.example, anna@xn--bcher-kva.example",
        "anna@xn--bcher-kva.EXAMPLE, anna@bücher.example",
        "ANNA, anna"
    })
    void s33_foldsSpellingsOfTheSameAddress(String one, String other) {
        assertThat(EmailAddress.folded(one)).isEqualTo(EmailAddress.folded(other));
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, ana@example.org",
        "a.b@example.org, ab@example.org",
        "mıke@example.org, mike@example.org"
    })
    void keepsDifferentOnesApart(String one, String other) {
        assertThat(EmailAddress.folded(one)).isNotEqualTo(EmailAddress.folded(other));
    }

    @Property
    void s33_foldingIsDoneOnceAndForAll(@ForAll String anything) {
        String folded = EmailAddress.folded(anything);
        assertThat(EmailAddress.folded(folded)).isEqualTo(folded);
    }

    @Property
    void s33_theCaseOfAnAddressNeverMatters(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String mailbox,
            @ForAll @AlphaChars @StringLength(min = 2, max = 20) String domain) {
        String address = mailbox + "@" + domain + ".example";
        assertThat(EmailAddress.folded(address.toUpperCase(Locale.ROOT)))
                .isEqualTo(EmailAddress.folded(address.toLowerCase(Locale.ROOT)));
    }
}
