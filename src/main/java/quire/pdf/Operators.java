package quire.pdf;

/** Operators of a page as they are written (ISO 32000-1, 7.8.2), without the cost of general formatting: there are many pages. */
final class Operators {

    private static final int FRACTION = 10_000;

    private final StringBuilder text = new StringBuilder(512);

    /** Something that stands as it is. */
    Operators add(String words) {
        text.append(words);
        return this;
    }

    /** Numbers, to four places behind the point, each with a space behind it. */
    Operators add(double... numbers) {
        for (double number : numbers) {
            long scaled = Math.round(number * FRACTION);
            if (scaled < 0) {
                text.append('-');
                scaled = -scaled;
            }
            text.append(scaled / FRACTION);
            long fraction = scaled % FRACTION;
            if (fraction != 0) {
                text.append('.');
                for (long place = FRACTION / 10; place > 0 && fraction != 0; place /= 10) {
                    text.append((char) ('0' + fraction / place));
                    fraction %= place;
                }
            }
            text.append(' ');
        }
        return this;
    }

    /** Bytes as a hexadecimal string, without its brackets. */
    Operators addHex(byte[] bytes) {
        for (byte one : bytes) {
            text.append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
