package quire.documents;

import java.util.Set;
import quire.portfolio.Signature;

/** How a paper is reworded so that it does not tell who the people in it are. May be shared between threads. */
public interface Rewording {

    /** A text without what tells who somebody is. */
    String text(String text);

    /** What stands on the paper in place of the name of somebody who signed. */
    String signer(Signature signature);

    /** The fields of the block at the head of a paper that stay; all others go. */
    Set<String> kept();
}
