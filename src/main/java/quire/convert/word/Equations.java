package quire.convert.word;

import java.util.List;
import java.util.stream.Collectors;

/** Formulas on one line, as people type them: fractions with a stroke, powers with a caret (ISO/IEC 29500-1, 22.1). */
final class Equations {

    private Equations() {}

    static String flat(Xml equation) {
        return switch (equation.name()) {
            case "m:t" -> equation.text();
            case "m:f" -> grouped(equation.child("m:num")) + "/" + grouped(equation.child("m:den"));
            case "m:sSup" -> flat(equation.child("m:e")) + "^" + grouped(equation.child("m:sup"));
            case "m:sSub" -> flat(equation.child("m:e")) + "_" + grouped(equation.child("m:sub"));
            case "m:sSubSup" ->
                flat(equation.child("m:e")) + "_" + grouped(equation.child("m:sub")) + "^"
                        + grouped(equation.child("m:sup"));
            case "m:rad" -> root(equation);
            case "m:nary" -> sum(equation);
            case "m:d" -> delimited(equation);
            case "m:m" -> rows(equation, "m:mr");
            case "m:eqArr" -> parts(equation.all("m:e"), "; ");
            case "m:func" -> flat(equation.child("m:fName")) + " " + flat(equation.child("m:e"));
            default -> parts(equation.children(), "");
        };
    }

    private static String parts(List<Xml> parts, String between) {
        return parts.stream().map(Equations::flat).collect(Collectors.joining(between));
    }

    private static String grouped(Xml part) {
        String words = flat(part);
        return words.length() <= 1 || words.chars().allMatch(Character::isDigit) ? words : "(" + words + ")";
    }

    private static String root(Xml root) {
        String degree = flat(root.child("m:deg"));
        return (degree.isEmpty() ? "√" : degree + "√") + grouped(root.child("m:e"));
    }

    private static String sum(Xml sum) {
        String sign = sum.at("m:naryPr", "m:chr").value();
        String from = flat(sum.child("m:sub"));
        String to = flat(sum.child("m:sup"));
        return (sign.isEmpty() ? "∫" : sign)
                + (from.isEmpty() ? "" : "_(" + from + ")")
                + (to.isEmpty() ? "" : "^(" + to + ")")
                + " " + flat(sum.child("m:e"));
    }

    private static String delimited(Xml delimited) {
        Xml properties = delimited.child("m:dPr");
        String begin = properties.child("m:begChr").value();
        String end = properties.child("m:endChr").value();
        String between = properties.child("m:sepChr").value();
        boolean open = properties.child("m:begChr").isThere();
        boolean closed = properties.child("m:endChr").isThere();
        return (open ? begin : "(")
                + parts(delimited.all("m:e"), between.isEmpty() ? "|" : between)
                + (closed ? end : ")");
    }

    private static String rows(Xml matrix, String row) {
        return "["
                + matrix.all(row).stream()
                        .map(one -> parts(one.all("m:e"), ", "))
                        .collect(Collectors.joining("; "))
                + "]";
    }
}
