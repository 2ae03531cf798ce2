package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3                       | page 3
            3 4                     | pages 3 and 4
            1 2 3 4                 | pages 1 to 4
            1 2 3 7 9 10            | pages 1 to 3, 7, 9 and 10
            1 3 5 7 9 11 12 13 20   | pages 1, 3, 5, 7, 9 and others
            """)
    void areSaidInWords(String pages, String words) {
        TreeSet<Integer> numbers = new TreeSet<>();
        Arrays.stream(pages.split(" ", -1)).map(Integer::valueOf).forEach(numbers::add);
        assertThat(PageNumbers.words(numbers)).isEqualTo(words);
    }
}
