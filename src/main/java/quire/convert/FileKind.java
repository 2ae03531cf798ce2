package quire.convert;

/** The kinds of file that people may hand in. */
public enum FileKind {
    PDF("pdf", "application/pdf", "document"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"),
    JPEG("jpg", "image/jpeg", "picture"),
    PNG("png", "image/png", "picture");

    private final String extension;
    private final String mediaType;
    private final String noun;

    FileKind(String extension, String mediaType, String noun) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.noun = noun;
    }

    /** How names of such files end, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What a person calls such a thing; also the name of a file that came without one. */
    public String noun() {
        return noun;
    }
}
