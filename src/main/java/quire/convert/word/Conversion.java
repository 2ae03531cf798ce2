package quire.convert.word;

/**
 * One document on its way to paper: what was read of it, and what its pages have come to. Belongs to one thread.
 *
 * @param file where it is read from
 * @param styles what its text looks like by name
 * @param numbering its lists
 * @param fonts what its fonts become
 * @param settings what holds for all of it
 * @param targets what its links lead to
 * @param notes its footnotes and endnotes
 * @param pictures those that its pages show
 * @param headings how deep the last one was
 * @param looks the classes of its pages
 * @param losses what does not come to paper as it was
 */
record Conversion(
        WordPackage file,
        WordStyles styles,
        Numbering numbering,
        Fonts fonts,
        Settings settings,
        Targets targets,
        Notes notes,
        Pictures pictures,
        Headings headings,
        Looks looks,
        Losses losses) {}
