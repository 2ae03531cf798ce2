package quire.post;

/** What became of handing a letter to a mail server. */
sealed interface Delivery {

    /** It has taken it. */
    record Taken() implements Delivery {}

    /**
     * It may take it later.
     *
     * @param why in words for an operator
     * @param everybody whether no other letter would fare better
     */
    record Later(String why, boolean everybody) implements Delivery {}

    /**
     * It will never take it.
     *
     * @param why in words for an operator
     */
    record Never(String why) implements Delivery {}
}
