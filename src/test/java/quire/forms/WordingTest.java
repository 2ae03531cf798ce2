package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Date of the observation      | Enter the date of the observation
                    Full name:                   | Enter the full name
                    Your comments                | Enter your comments
                    Any other comments           | Enter any other comments
                    A summary                    | Enter a summary
                    NQSW comments                | Enter the NQSW comments
                    PQS (KSS) self-assessment    | Enter the PQS (KSS) self-assessment
                    Social Work England number   | Enter the Social Work England number
                    Welsh name                   | Enter the Welsh name
                    Observer’s name              | Enter the observer’s name
                    Self-assessment              | Enter the self-assessment
                    What was done and why        | Enter what was done and why
                    What did you learn?          | Enter an answer to “What did you learn?”
                    Describe the intervention    | Enter an answer to “Describe the intervention”
                    List the people present      | Enter an answer to “List the people present”
                    List of people present       | Enter the list of people present
                    With whom                    | Enter an answer to “With whom”
                    I have read this. All of it  | Enter an answer to “I have read this. All of it”
                    Ångström                     | Enter the ångström
                    """)
    void asksForWhatTheLabelNames(String label, String message) {
        assertThat(new Wording(label).enter()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Do you have any concerns?                   | Select yes if you have any concerns
                    Are you the assessor?                       | Select yes if you are the assessor
                    Is there a support plan?                    | Select yes if there is a support plan
                    Have you read it?                           | Select yes if you have read it
                    Did the person agree to be observed?        | Select yes or no for “Did the person agree to be observed?”
                    Concerns                                    | Select yes or no for “Concerns”
                    """)
    void asksForYesInTheWordsOfTheQuestion(String label, String message) {
        assertThat(new Wording(label).selectYes()).isEqualTo(message);
    }

    @Test
    void quotesALabelThatIsTooLongForASentence() {
        String label = "The way in which protected time is agreed, recorded and reviewed by everybody";
        assertThat(new Wording(label).enter()).isEqualTo("Enter an answer to “" + label + "”");
    }

    @Test
    void saysWhatAnAnswerMustBe() {
        assertThat(new Wording("Hours").must("be a number")).isEqualTo("Hours must be a number");
        assertThat(new Wording("How many hours?").must("be a number"))
                .isEqualTo("Your answer to “How many hours?” must be a number");
    }
}
