package quire.yaml;

import java.util.List;

/**
 * A place in a definition file in the words of its author: “words.max” of the field “plan”.
 *
 * @param part what stands there
 * @param owner the field, section … that it belongs to, ready to begin a sentence
 * @param key the way from the owner to it; empty if it is the owner itself
 */
public record Whereabouts(Part part, String owner, String key) {

    /** @param elements names and positions on the way from the whole file */
    static Whereabouts of(Part root, List<Object> elements, Nouns nouns) {
        Part part = root;
        Part owner = root;
        String name = nouns.whole();
        String before = "";
        boolean member = false;
        for (Object element : elements) {
            boolean inMember = member;
            String called;
            if (element instanceof Integer index) {
                part = part.entry(index);
                called = inMember ? item(part, index, name) : entry(part, index, before, name, nouns);
                member = false;
            } else {
                String noun = nouns.members().get(before);
                part = part.member(element.toString());
                called = noun == null ? "" : "the " + noun + " “" + element + "”";
                member = noun != null;
                before = element.toString();
            }
            owner = called.isEmpty() ? owner : part;
            name = called.isEmpty() ? name : called;
        }
        String key = part.path().substring(owner.path().length());
        return new Whereabouts(part, capital(name), key.startsWith(".") ? key.substring(1) : key);
    }

    /** The place ready to begin a sentence. */
    public String thing() {
        return key.isEmpty()
                ? owner
                : "“" + key + "” of " + Character.toLowerCase(owner.charAt(0)) + owner.substring(1);
    }

    /** An entry of a list: by its id if it has one, otherwise by its place. */
    private static String entry(Part part, int index, String list, String around, Nouns nouns) {
        String noun = nouns.entries().getOrDefault(list, "");
        String id = part.member("id").text("");
        if (noun.equals(Nouns.ENTRY)) {
            return noun + " " + (index + 1) + " of “" + list + "”";
        } else if (noun.isEmpty() || !id.isEmpty()) {
            return noun.isEmpty() ? "" : "the " + noun + " “" + id + "”";
        }
        return noun + " " + (index + 1) + (around.equals(nouns.whole()) ? "" : " of " + around);
    }

    /** An entry of a list that has a name itself. */
    private static String item(Part part, int index, String list) {
        String id = part.member("id").text("");
        return id.isEmpty() ? "item " + (index + 1) + " of " + list : "the item “" + id + "” of " + list;
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
