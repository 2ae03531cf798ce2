package quire.testkit;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import java.util.Arrays;

/**
 * Lets the validator of {@link DssValidator} read signatures with zeros behind them, as all in PDF files have: it was made
 * for Bouncy Castle 1.83, which read over them, and from 1.85 on they are refused. Found by the validator itself, through
 * the list of services.
 */
public final class PaddedCms extends CMSObjectUtils {

    @Override
    public CMS parseToCMS(byte[] padded) {
        int end = padded.length;
        while (end > 0 && padded[end - 1] == 0) {
            end--;
        }
        return super.parseToCMS(Arrays.copyOf(padded, end));
    }
}
