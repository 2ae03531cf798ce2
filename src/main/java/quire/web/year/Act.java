package quire.web.year;

import java.util.List;
import quire.core.Problem;
import quire.merge.Value;
import quire.portfolio.Portfolio;
import quire.web.frame.Frame;
import quire.web.frame.View;

/**
 * A page that changes one thing about a portfolio: what it means in a sentence, the boxes that it takes, a button.
 *
 * @param title what is done
 * @param what it means, before it is done
 * @param action where it is sent
 * @param button what the button says
 */
record Act(String title, String what, String action, String button) {

    /** The page without boxes; add those that it takes. */
    View view(Portfolio portfolio) {
        View view = Frame.page(title, portfolio.code(), Frame.At.ELSEWHERE)
                .text("code", portfolio.code())
                .text("what", what)
                .text("action", action)
                .text("button", button)
                .text("undo", "");
        for (String box : new String[] {"choice", "person", "from", "until", "day", "reason"}) {
            view.value(box, Value.Flag.NO);
        }
        return view.list("moves", List.of());
    }

    /** The portfolio, if anything about it can still be changed. */
    static Portfolio open(Portfolio portfolio) {
        if (portfolio.closed() != null) {
            throw Problem.notFound("This portfolio is closed.");
        }
        return portfolio;
    }

    static String address(Portfolio portfolio) {
        return "/portfolios/" + portfolio.id();
    }
}
