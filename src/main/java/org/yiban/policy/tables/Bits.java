package org.yiban.policy.tables;

import java.util.ArrayList;
import java.util.List;

/** Sets of rules, a bit a rule in the table's order. */
final class Bits {

    private static final int WORD = 6;

    private Bits() {}

    static long[] none(int size) {
        return new long[(size >> WORD) + 1];
    }

    static long[] all(int size) {
        long[] bits = none(size);
        for (int i = 0; i < size; i++) {
            set(bits, i);
        }
        return bits;
    }

    static void set(long[] bits, int bit) {
        bits[bit >> WORD] |= 1L << bit;
    }

    static boolean has(long[] bits, int bit) {
        return (bits[bit >> WORD] & 1L << bit) != 0;
    }

    /** The first bit from one on; negative if there is none. */
    static int next(long[] bits, int from) {
        int word = from >> WORD;
        if (word >= bits.length) {
            return -1;
        }
        long left = bits[word] & -1L << from;
        while (left == 0) {
            word++;
            if (word == bits.length) {
                return -1;
            }
            left = bits[word];
        }
        return (word << WORD) + Long.numberOfTrailingZeros(left);
    }

    static List<Integer> list(long[] bits) {
        List<Integer> list = new ArrayList<>();
        for (int bit = next(bits, 0); bit >= 0; bit = next(bits, bit + 1)) {
            list.add(bit);
        }
        return list;
    }

    static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
