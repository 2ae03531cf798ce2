package quire.programme;

import java.util.List;

/** Where the answer to a question comes from that nobody is asked, because the record fills it in. */
public sealed interface Fill {

    /**
     * The programme itself gives the answer, and it stays.
     *
     * @param answer as it stands in the file
     */
    record Given(Object answer) implements Fill {}

    /**
     * The record of the year gives the answer, as it stands when somebody looks.
     *
     * @param sources where it is drawn from; several give the rows or entries of one table together
     */
    record Drawn(List<FillSource> sources) implements Fill {
        public Drawn {
            sources = List.copyOf(sources);
        }
    }
}
