package quire.programme;

/**
 * The version of a form that a programme uses, for ever.
 *
 * @param form the id of the form
 * @param version its version
 */
public record FormPin(String form, int version) {

    /** The name under which {@link quire.forms.Forms#find} knows it. */
    @Override
    public String toString() {
        return form + "@" + version;
    }
}
