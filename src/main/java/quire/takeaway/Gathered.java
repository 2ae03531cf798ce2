package quire.takeaway;

import java.util.List;
import quire.core.MediaType;
import quire.documents.PaperCopy;
import quire.portfolio.AccessLine;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Portfolio;

/**
 * All of a portfolio at one moment, as far as somebody may take it away.
 *
 * @param name of the social worker whose year it is
 * @param papers in the order of the year
 * @param evidence the files in it that were not removed
 * @param access what was done in it, in words, the newest first
 * @param carried the record
 */
record Gathered(
        Portfolio portfolio,
        String name,
        List<Paper> papers,
        List<Enclosure> evidence,
        List<AccessLine> access,
        Carried carried) {

    /**
     * A paper with its place in the year.
     *
     * @param stem what its files are called, without their endings
     * @param stage the title of its stage; empty for one of no stage
     */
    record Paper(PaperCopy copy, String stem, String stage) {

        /** What the file of a kind is called. */
        String file(MediaType type) {
            return stem + "." + type.extension();
        }

        String title() {
            return copy.document().title();
        }
    }

    /**
     * A file of the portfolio.
     *
     * @param path where it stands in the zip file
     */
    record Enclosure(EvidenceFile file, String path) {}

    Gathered {
        papers = List.copyOf(papers);
        evidence = List.copyOf(evidence);
        access = List.copyOf(access);
    }
}
