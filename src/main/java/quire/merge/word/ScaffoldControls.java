package quire.merge.word;

import static quire.merge.word.ScaffoldText.WORD;
import static quire.merge.word.ScaffoldText.run;

import jakarta.xml.bind.JAXBElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.docx4j.w14.CTSdtCheckbox;
import org.docx4j.w14.CTSdtCheckboxSymbol;
import org.docx4j.wml.CTLang;
import org.docx4j.wml.CTSdtDate;
import org.docx4j.wml.CTSdtDropDownList;
import org.docx4j.wml.CTSdtListItem;
import org.docx4j.wml.SdtPr;
import org.docx4j.wml.SdtRun;
import org.docx4j.wml.Tag;
import quire.merge.Outline.Question;

/** Content controls, which a person can go on using in Word: tick boxes, drop-downs and dates, named by their tag. */
final class ScaffoldControls {

    private static final String TICKED = "2611";
    private static final String EMPTY = "2610";
    private static final String SYMBOLS = "Segoe UI Symbol";
    private static final org.docx4j.w14.ObjectFactory WORD_2010 = new org.docx4j.w14.ObjectFactory();

    private ScaffoldControls() {}

    /** Two boxes with their words beside them. */
    static List<Object> yesNo(Question question) {
        List<Object> runs = new ArrayList<>();
        runs.add(box(question, "yes"));
        runs.add(run("\u00A0Yes      "));
        runs.add(box(question, "no"));
        runs.add(run("\u00A0No"));
        return runs;
    }

    static Object dropDown(Question question) {
        CTSdtDropDownList list = WORD.createCTSdtDropDownList();
        // Word takes no entry twice.
        for (String choice : new LinkedHashSet<>(question.choices())) {
            CTSdtListItem item = WORD.createCTSdtListItem();
            item.setDisplayText(ScaffoldTags.plain(choice));
            item.setValue(ScaffoldTags.plain(choice));
            list.getListItem().add(item);
        }
        return control(question, question.key().toString(), WORD.createSdtPrDropDownList(list), "Choose one");
    }

    static Object date(Question question) {
        CTSdtDate.DateFormat format = WORD.createCTSdtDateDateFormat();
        format.setVal("d MMMM yyyy");
        CTLang language = WORD.createCTLang();
        language.setVal("en-GB");
        CTSdtDate date = WORD.createCTSdtDate();
        date.setDateFormat(format);
        date.setLid(language);
        return control(question, question.key().toString(), WORD.createSdtPrDate(date), "Choose a date");
    }

    private static Object box(Question question, String answer) {
        org.docx4j.w14.CTOnOff unticked = WORD_2010.createCTOnOff();
        unticked.setVal("0");
        CTSdtCheckbox box = WORD_2010.createCTSdtCheckbox();
        box.setChecked(unticked);
        box.setCheckedState(symbol(TICKED));
        box.setUncheckedState(symbol(EMPTY));
        String tag = question.key() + ".is." + answer;
        return control(question, tag, WORD_2010.createCheckbox(box), Character.toString(Integer.parseInt(EMPTY, 16)));
    }

    private static CTSdtCheckboxSymbol symbol(String code) {
        CTSdtCheckboxSymbol symbol = WORD_2010.createCTSdtCheckboxSymbol();
        symbol.setFont(SYMBOLS);
        symbol.setVal(code);
        return symbol;
    }

    private static Object control(Question question, String key, JAXBElement<?> kind, String shown) {
        SdtPr.Alias title = WORD.createSdtPrAlias();
        title.setVal(shortened(ScaffoldTags.plain(question.label())));
        Tag tag = WORD.createTag();
        tag.setVal(key);
        SdtPr properties = WORD.createSdtPr();
        properties.getRPrOrAliasOrLock().add(WORD.createSdtPrAlias(title));
        properties.getRPrOrAliasOrLock().add(tag);
        properties.getRPrOrAliasOrLock().add(kind);
        SdtRun control = WORD.createSdtRun();
        control.setSdtPr(properties);
        control.setSdtContent(WORD.createCTSdtContentRun());
        control.getSdtContent().getContent().add(run(shown));
        return WORD.createPSdt(control);
    }

    /** Word shows a title of at most 64 characters. */
    private static String shortened(String title) {
        int end = title.offsetByCodePoints(0, Math.min(60, title.codePointCount(0, title.length())));
        return end == title.length() ? title : title.substring(0, end) + "…";
    }
}
