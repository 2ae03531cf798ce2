package quire.merge;

/** The picture files that Quire puts on paper. */
public enum PictureFormat {
    PNG("png", "image/png"),
    JPEG("jpeg", "image/jpeg");

    private final String extension;
    private final String mime;

    PictureFormat(String extension, String mime) {
        this.extension = extension;
        this.mime = mime;
    }

    public String extension() {
        return extension;
    }

    public String mime() {
        return mime;
    }
}
