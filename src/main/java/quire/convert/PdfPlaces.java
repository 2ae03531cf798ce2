package quire.convert;

import java.util.Arrays;

/**
 * Where the objects of a PDF file begin, by their numbers, in two arrays: a file of hundreds of thousands of objects takes a
 * few megabytes of memory. Of several objects with one number the last one counts.
 */
final class PdfPlaces {

    /** More than any file of that size has; a scanned page has about ten. */
    private static final int MOST = 500_000;

    /** The number of the object, and in the lower half its turn. */
    private long[] keys = new long[1_024];

    private long[] places = new long[1_024];
    private int count;
    private boolean isSorted;

    void add(long number, long place) {
        if (number > Integer.MAX_VALUE) {
            return;
        } else if (count == MOST) {
            throw Refusal.BOMB.problem("It is made of far too many pieces. " + Advice.PRINT);
        } else if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            places = Arrays.copyOf(places, count * 2);
        }
        keys[count] = number << 32 | count;
        places[count] = place;
        count++;
        isSorted = false;
    }

    /** The numbers of all objects in the order in which they were added, older versions of the same object included. */
    int[] numbers() {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[(int) keys[i]] = (int) (keys[i] >> 32);
        }
        return numbers;
    }

    /** The place of the object that was added as that one in turn, from 0. */
    long place(int turn) {
        return places[turn];
    }

    /** The place of the last object of that number; -1 if there is none. */
    long find(int number) {
        if (!isSorted) {
            Arrays.sort(keys, 0, count);
            isSorted = true;
        }
        int behind = -1 - Arrays.binarySearch(keys, 0, count, (long) number << 32 | Integer.MAX_VALUE);
        boolean found = behind > 0 && keys[behind - 1] >> 32 == number;
        return found ? places[(int) keys[behind - 1]] : -1;
    }
}
