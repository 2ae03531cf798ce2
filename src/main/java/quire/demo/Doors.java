package quire.demo;

import java.util.Map;
import java.util.function.Function;
import quire.core.Digest;
import quire.forms.Form;
import quire.people.People;
import quire.portfolio.Attachments;
import quire.portfolio.Comments;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.Portfolios;

/**
 * The front doors of a record that a cohort goes in by, as everybody else does.
 *
 * @param people who they are, and their accounts
 * @param portfolios their years
 * @param documents what they write
 * @param comments what others write beside it
 * @param evidence the files they put into their portfolios
 * @param attachments the files that their answers name
 * @param layouts the digests of what the papers of a form are printed with, by kind
 */
public record Doors(
        People people,
        Portfolios portfolios,
        Documents documents,
        Comments comments,
        Evidence evidence,
        Attachments attachments,
        Function<Form, Map<String, Digest>> layouts) {}
