package quire.convert.word;

import java.util.List;

/** The boxes of Word's older forms, printed as what they show. */
final class FormField {

    private FormField() {}

    /** What a box shows where its field has no result of its own; empty for a box of text. */
    static String shown(Xml data) {
        Xml tick = data.child("w:checkBox");
        if (tick.isThere()) {
            Xml state = tick.child("w:checked").isThere() ? tick.child("w:checked") : tick.child("w:default");
            return state.isOn() ? "☒" : "☐";
        }
        Xml list = data.child("w:ddList");
        List<Xml> entries = list.all("w:listEntry");
        String chosen = list.child("w:result").isThere()
                ? list.child("w:result").value()
                : list.child("w:default").value();
        int number = Lengths.whole(chosen, 0);
        return number >= 0 && number < entries.size() ? entries.get(number).value() : "";
    }
}
