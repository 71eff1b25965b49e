package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * A group of goods with one elasticity of substitution between its members.
 *
 * @param name what it is called
 * @param share its share of the spending on the nest that it belongs to, from 0 to 1; of the
 *     outermost nest, 1
 * @param sigma elasticity of substitution between the members, positive
 * @param members its parts, at least one; their shares add up to 1 within 1e-6
 * @since 0.1.0
 */
public record Nest(String name, double share, double sigma, List<NestMember> members)
    implements NestMember {

  /**
   * Creates a nest.
   *
   * @param name what it is called
   * @param share its share of the spending on the nest that it belongs to, from 0 to 1; of the
   *     outermost nest, 1
   * @param sigma elasticity of substitution between the members, positive
   * @param members its parts, at least one; their shares add up to 1 within 1e-6
   * @throws IllegalArgumentException when there is no member, the shares of the members do not add
   *     up to 1, or a number is out of its range
   */
  public Nest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(members, "members");
    members = List.copyOf(members);
    Require.share("share of " + name, share);
    Require.positive("sigma of " + name, sigma);
    Require.shares("shares in " + name, shares(members));
  }

  /**
   * The outermost nest: the whole market.
   *
   * @param name what the market is called
   * @param sigma elasticity of substitution between the members, positive
   * @param members its parts
   * @return the nest, with the share 1
   */
  public static Nest market(String name, double sigma, List<? extends NestMember> members) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(members, "members");
    return new Nest(name, 1, sigma, List.copyOf(members));
  }

  /** The members' shares, scaled to add up to one. */
  double[] memberShares() {
    return Require.shares("shares in " + name, shares(members));
  }

  private static double[] shares(List<NestMember> members) {
    return members.stream().mapToDouble(NestMember::share).toArray();
  }

  /** The varieties in this nest and in all nests below it, from the first to the last. */
  List<Variety> varieties() {
    List<Variety> found = new ArrayList<>();
    for (NestMember member : members) {
      if (member instanceof Nest nest) {
        found.addAll(nest.varieties());
      } else if (member instanceof Variety variety) {
        found.add(variety);
      }
    }
    return found;
  }

  /** The name, the number of members and the elasticity. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %d members, sigma %.4g", name, members.size(), sigma);
  }
}
