package quire.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DeflaterOutputStream;

/**
 * PDF files of two pages, of which the first is honest and the second is made to keep whoever reads or draws it busy for ever, or to fill
 * their memory. That one has a name on it. They are small.
 */
public enum HostilePdf {

    /** Thirty drawings inside each other, each of which draws the next one twice: a thousand million in all. */
    NESTED {
        @Override
        void fill(Parts parts) {
            int next = parts.add(form("", "BT /F 9 Tf (word) Tj ET "));
            for (int level = 0; level < 30; level++) {
                next = parts.add(form("/Resources<</XObject<</X " + next + " 0 R>>>>", "/X Do /X Do "));
            }
            parts.resources("/XObject<</X " + next + " 0 R>>").content("/X Do ");
        }
    },

    /** A drawing that draws itself twice. */
    ROUND {
        @Override
        void fill(Parts parts) {
            int self = parts.next();
            parts.add(form("/Resources<</XObject<</X " + self + " 0 R>>>>", "/X Do /X Do "));
            parts.resources("/XObject<</X " + self + " 0 R>>").content("/X Do ");
        }
    },

    MILLIONS_OF_LINES {
        @Override
        void fill(Parts parts) {
            parts.content("0 0 m 9 9 l S ".repeat(1_100_000));
        }
    },

    MILLIONS_OF_LETTERS {
        @Override
        void fill(Parts parts) {
            parts.content("BT /F 9 Tf " + "(and another word and) Tj ".repeat(60_000) + "ET ");
        }
    },

    /** What is saved and never taken back. */
    MILLIONS_OF_STATES {
        @Override
        void fill(Parts parts) {
            parts.content("q ".repeat(2_000_000));
        }
    },

    /** Blanks that unpack to half a gigabyte. */
    INFLATED {
        @Override
        void fill(Parts parts) {
            parts.packedContent("/Filter/FlateDecode", blanks(500));
        }
    },

    /** The same, in a way of packing inside another. */
    INFLATED_IN_TWO_STEPS {
        @Override
        void fill(Parts parts) {
            byte[] hex = (HexFormat.of().formatHex(blanks(500)) + ">").getBytes(StandardCharsets.ISO_8859_1);
            parts.packedContent("/Filter[/ASCIIHexDecode/FlateDecode]", hex);
        }
    },

    /** The meaning of two thousand million letters, in a line. */
    ENDLESS_MEANINGS {
        @Override
        void fill(Parts parts) {
            int map = parts.add(stream(
                    "",
                    bytes("1 begincodespacerange <00000000> <7FFFFFFF> endcodespacerange\n"
                            + "1 beginbfrange <00000000> <7FFFFFFF> <0000000000000000> endbfrange")));
            parts.wideFont("/ToUnicode " + map + " 0 R", "");
        }
    },

    /** The widths of two thousand million letters, in a line. */
    ENDLESS_WIDTHS {
        @Override
        void fill(Parts parts) {
            parts.wideFont("", "/W[0 2147483646 500]");
        }
    },

    /** A font that unpacks to half a gigabyte. */
    INFLATED_FONT {
        @Override
        void fill(Parts parts) {
            int map = parts.add(stream("/Filter/FlateDecode", blanks(500)));
            parts.wideFont("/ToUnicode " + map + " 0 R", "");
        }
    },

    /** A line of thousands of millions of dashes. */
    DASHES {
        @Override
        void fill(Parts parts) {
            parts.content("[.00001 .00001] 0 d 9 w 0 0 m 400000 400000 l S ".repeat(50));
        }
    },

    /** A photo of four thousand million dots, as it says itself; the file says that it is small. */
    LARGE_PHOTO {
        @Override
        void fill(Parts parts) {
            byte[] head =
                    HexFormat.of().parseHex("FFD8FFC0001108FFF0FFF003012200021101031101FFDA000C03010002110311003F00");
            int photo = parts.add(stream(
                    "/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode", head));
            parts.resources("/XObject<</X " + photo + " 0 R>>").content("q 99 0 0 99 0 0 cm /X Do Q ");
        }
    },

    /** A colour that is calculated at great length for each dot. */
    CALCULATED {
        @Override
        void fill(Parts parts) {
            int function = parts.add(stream(
                    "/FunctionType 4/Domain[0 1 0 1]/Range[0 1]", bytes("{add " + "sin cos ".repeat(50_000) + "}")));
            parts.resources("/Shading<</X<</ShadingType 1/ColorSpace/DeviceGray/Domain[0 999 0 999]/Function "
                    + function + " 0 R>>>>");
            parts.content("/X sh ".repeat(100));
        }
    },

    /** Pictures of the whole page inside each other. */
    GROUPS {
        @Override
        void fill(Parts parts) {
            int next = parts.add(form("", "0 0 m 9 9 l S "));
            for (int level = 0; level < 30; level++) {
                next = parts.add(form(
                        "/Group<</S/Transparency/I true>>/Resources<</XObject<</X " + next
                                + " 0 R>>/ExtGState<</G<</ca .5>>>>>>",
                        "/G gs /X Do "));
            }
            parts.resources("/XObject<</X " + next + " 0 R>>").content("/X Do ");
        }
    };

    /** What stands on the first page. */
    public static final String HONEST = "This is the first page of an honest letter.";

    /** The name that stands on the second page. */
    public static final String NAME = "Bronwen Achterberg";

    private static final int PAGE_TWO = 4;

    /** Some of them take longer to make than to refuse. */
    private static final Map<HostilePdf, byte[]> MADE = new ConcurrentHashMap<>();

    abstract void fill(Parts parts);

    /** The file. */
    public byte[] file() {
        return MADE.computeIfAbsent(this, HostilePdf::make).clone();
    }

    private byte[] make() {
        Parts parts = new Parts();
        fill(parts);
        return parts.file();
    }

    private static String form(String entries, String content) {
        return stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + entries, bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String stream(String entries, byte[] content) {
        return "<<" + entries + "/Length " + content.length + ">>stream\n"
                + new String(content, StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    private static byte[] blanks(int megabytes) {
        byte[] blanks = new byte[1_000_000];
        java.util.Arrays.fill(blanks, (byte) ' ');
        return deflated(blanks, megabytes);
    }

    private static byte[] deflated(byte[] content, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The objects of a file, numbered from 1. */
    private static final class Parts {

        private final List<String> objects = new ArrayList<>();
        private String resources = "";
        private String content = "";
        private String packed = "";
        private String fonts = "";

        Parts() {
            objects.add("<</Type/Catalog/Pages 2 0 R>>");
            objects.add("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>");
            objects.add(page("5 0 R"));
            objects.add("");
            objects.add(stream("", bytes(line(HONEST))));
            objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        }

        private static String line(String words) {
            return "BT /F 12 Tf 72 700 Td (" + words + ") Tj ET ";
        }

        private String page(String contents) {
            return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[" + contents
                    + "]/Resources<</Font<</F 6 0 R" + fonts + ">>" + resources + ">>>>";
        }

        int next() {
            return objects.size() + 1;
        }

        int add(String object) {
            objects.add(object);
            return objects.size();
        }

        Parts resources(String entries) {
            resources = entries;
            return this;
        }

        Parts content(String operators) {
            content = operators;
            return this;
        }

        void packedContent(String entries, byte[] bytes) {
            packed = stream(entries, bytes);
        }

        /** A font whose letters have two bytes, and a line in it. */
        void wideFont(String entries, String below) {
            int font = next();
            add("<</Type/Font/Subtype/Type0/BaseFont/Wide/Encoding/Identity-H/DescendantFonts[" + (font + 1) + " 0 R]"
                    + entries + ">>");
            add("<</Type/Font/Subtype/CIDFontType2/BaseFont/Wide/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                    + "/Supplement 0>>/FontDescriptor " + (font + 2) + " 0 R" + below + ">>");
            add("<</Type/FontDescriptor/FontName/Wide/Flags 4/FontBBox[0 0 9 9]>>");
            fonts = "/G " + font + " 0 R";
            content("BT /G 9 Tf <00410042> Tj ET ");
        }

        byte[] file() {
            int named = add(stream("", bytes(line("I met " + NAME + " there."))));
            String contents = named + " 0 R ";
            if (!content.isEmpty()) {
                contents += add(stream("/Filter/FlateDecode", deflated(bytes(content), 1))) + " 0 R ";
            }
            if (!packed.isEmpty()) {
                contents += add(packed) + " 0 R";
            }
            objects.set(PAGE_TWO - 1, page(contents));
            StringBuilder file = new StringBuilder("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < objects.size(); i++) {
                places.add(file.length());
                file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
            }
            int table = file.length();
            file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
            places.forEach(
                    place -> file.append(String.format("%010d 00000 n ", place)).append('\n'));
            file.append("trailer\n<</Root 1 0 R/Size ").append(objects.size() + 1);
            return bytes(file.append(">>\nstartxref\n" + table + "\n%%EOF\n").toString());
        }
    }
}
