package org.tariffeconomics.tariff;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some objects, each counted as the object that it is, and some numbers, as a key. */
final class IdentityKey {

  private final Object[] objects;
  private final int[] numbers;
  private final int hash;

  private IdentityKey(Object[] objects, int[] numbers) {
    this.objects = objects;
    this.numbers = numbers;
    int code = Arrays.hashCode(numbers);
    for (Object each : objects) {
      code = code * 31 + System.identityHashCode(each);
    }
    this.hash = code;
  }

  static IdentityKey of(List<?> objects, int[] numbers) {
    return new IdentityKey(objects.toArray(), numbers);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the objects count as the objects that they are
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof IdentityKey that)
        || hash != that.hash
        || objects.length != that.objects.length
        || !Arrays.equals(numbers, that.numbers)) {
      return false;
    }
    for (int i = 0; i < objects.length; i++) {
      if (objects[i] != that.objects[i]) {
        return false;
      }
    }
    return true;
  }
}
