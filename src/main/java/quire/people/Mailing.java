package quire.people;

import quire.store.Transaction;

/** Puts a letter to the others that go out, in the transaction that makes it necessary. */
public interface Mailing {

    void send(Transaction tx, Occasion occasion);

    /**
     * Why a letter goes out.
     *
     * @param kind what has happened
     * @param invitation that it is about
     * @param secret the token of a link, or the digits of a code; empty where there is none
     */
    record Occasion(Kind kind, Invitation invitation, String secret) {

        /** What has happened. */
        public enum Kind {
            ASKED,
            REMINDED,
            /** Something was given back, and they are asked to look at it again. */
            RENEWED,
            CODE,
            /** Those who sign before them have signed. */
            TURN,
            CANCELLED,
            /** To whoever asked: the one who was asked does not want to. */
            DECLINED,
            /** To whoever asked: there is an answer. */
            SUBMITTED
        }
    }
}
