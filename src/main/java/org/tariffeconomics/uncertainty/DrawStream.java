package org.tariffeconomics.uncertainty;

/**
 * Random numbers addressed by seed, stream and draw: number i of a stream is a hash of the stream's
 * key and i, so any block of draws can be made on any thread, and a stream does not change when
 * others are added beside it.
 *
 * <p>The hash is the output function of Steele, Lea and Flood (2014), Fast splittable pseudorandom
 * number generators, with variant 13 of Stafford's constants.
 */
final class DrawStream {

  /** The odd integer next to 2^64 divided by the golden ratio. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private DrawStream() {}

  /** The key of the stream of a named input under a seed. */
  static long key(long seed, String name) {
    long key = hash(seed + GOLDEN);
    for (int i = 0; i < name.length(); i++) {
      key = hash(key + GOLDEN * (name.charAt(i) + 1));
    }
    return key;
  }

  /** 64 random bits. */
  static long bits(long key, long index) {
    return hash(key + index * GOLDEN);
  }

  /** A number from the open interval (0, 1), symmetric about one half, on a grid of 2^-52. */
  static double uniform(long key, long index) {
    return open(bits(key, index) >>> 12);
  }

  /** The middle of cell k of the 2^52 equal cells of (0, 1); exact, and so is one less it. */
  static double open(long cell) {
    return (cell + 0.5) * 0x1p-52;
  }

  private static long hash(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
