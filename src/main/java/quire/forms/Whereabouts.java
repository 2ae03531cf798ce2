package quire.forms;

import java.util.List;

/**
 * A place in a form file in the words of its author: “words.max” of the field “plan”.
 *
 * @param part what stands there
 * @param owner the field, section … that it belongs to, ready to begin a sentence
 * @param key the way from the owner to it; empty if it is the owner itself
 */
record Whereabouts(Part part, String owner, String key) {

    /** @param elements names and positions on the way from the whole file */
    static Whereabouts of(Part root, List<Object> elements, String whole) {
        Part part = root;
        Part owner = root;
        String name = whole;
        String before = "";
        for (Object element : elements) {
            part = element instanceof Integer index ? part.entry(index) : part.member(element.toString());
            String called = name(part, element, before, name);
            if (!called.isEmpty()) {
                owner = part;
                name = called;
            }
            before = element instanceof Integer ? before : element.toString();
        }
        String key = part.path().substring(owner.path().length());
        return new Whereabouts(part, capital(name), key.startsWith(".") ? key.substring(1) : key);
    }

    /** The place ready to begin a sentence. */
    String thing() {
        return key.isEmpty()
                ? owner
                : "“" + key + "” of " + Character.toLowerCase(owner.charAt(0)) + owner.substring(1);
    }

    boolean isCondition() {
        return key.startsWith("show_if");
    }

    /** Whether this is an object where a list should stand, and not the one that names a standard. */
    boolean isOddList() {
        return key.isEmpty()
                && part.path().matches("lists\\.[^.]*")
                && part.members().keySet().stream().allMatch(name -> Nearest.to(name, List.of("standard")) == null)
                && !part.members().isEmpty();
    }

    private static String name(Part part, Object element, String before, String around) {
        String id = part.member("id").text("");
        String number = element instanceof Integer index ? " " + (index + 1) : "";
        if (element instanceof Integer && before.equals("sections")) {
            return id.isEmpty() ? "section" + number : "the section “" + id + "”";
        } else if (element instanceof Integer && (before.equals("fields") || before.equals("item"))) {
            return id.isEmpty() ? "field" + number + " of " + around : "the field “" + id + "”";
        } else if (element instanceof Integer && (before.equals("statements") || before.equals("groups"))) {
            String kind = before.substring(0, before.length() - 1);
            return id.isEmpty() ? kind + number : "the " + kind + " “" + id + "”";
        } else if (element instanceof Integer && before.equals("sign_off")) {
            return "entry" + number + " of “sign_off”";
        } else if (element instanceof Integer && around.startsWith("the list")) {
            return id.isEmpty() ? "item" + number + " of " + around : "the item “" + id + "” of " + around;
        }
        return element instanceof String called ? named(called, before) : "";
    }

    private static String named(String id, String before) {
        return switch (before) {
            case "roles" -> "the role “" + id + "”";
            case "lists" -> "the list “" + id + "”";
            default -> "";
        };
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
