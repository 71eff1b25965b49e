package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;

/**
 * A finished good and the materials that went into it, as a rule of origin asks about them.
 *
 * <pre>{@code
 * OriginInputs.of("8703.23", "USD 30000")
 *     .withMaterial("engine", "8407.34", "USD 4000", Status.NOT_ORIGINATING)
 * }</pre>
 *
 * <p>All values are in one currency and for one unit of the good.
 *
 * @since 0.1.0
 */
public final class OriginInputs {

  private final HsCode product;
  private final BigMoney value;
  private final @Nullable BigMoney netCost;
  private final List<Material> materials;

  /** Whether a material originates where the good is to originate. */
  public enum Status {
    /** It does. */
    ORIGINATING,
    /** It does not. */
    NOT_ORIGINATING,
    /** It is not known. */
    UNKNOWN
  }

  /**
   * One material.
   *
   * @param name what it is called
   * @param code its code in the nomenclature
   * @param value its value in one unit of the good, not negative
   * @param status whether it originates
   */
  public record Material(String name, HsCode code, BigMoney value, Status status) {

    /**
     * Creates a material.
     *
     * @param name what it is called
     * @param code its code
     * @param value its value
     * @param status whether it originates
     * @throws IllegalArgumentException when the name is blank or the value negative
     */
    public Material {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      CostAmounts.requireName("A material", name);
      Objects.requireNonNull(code, "code");
      CostAmounts.notNegative(name, value);
      Objects.requireNonNull(status, "status");
      value = PlainNumber.plain(value);
    }
  }

  private OriginInputs(
      HsCode product, BigMoney value, @Nullable BigMoney netCost, List<Material> materials) {
    this.product = product;
    this.value = value;
    this.netCost = netCost;
    this.materials = materials;
  }

  /**
   * A good without materials.
   *
   * @param product its code in the nomenclature
   * @param value its transaction value with the currency, positive
   * @return the inputs
   * @throws IllegalArgumentException when a text cannot be read or the value is not positive
   */
  public static OriginInputs of(String product, String value) {
    BigMoney worth = CostAmounts.parse("value", value);
    if (!worth.isPositive()) {
      throw new IllegalArgumentException("value must be positive, but was " + worth);
    }
    return new OriginInputs(
        HsCode.of(Objects.requireNonNull(product, "product")), worth, null, List.of());
  }

  /**
   * The same good with its net cost: total cost less sales promotion, royalties, shipping and
   * packing, and interest that does not count.
   *
   * @param cost the net cost with the currency, positive
   * @return new inputs
   * @throws IllegalArgumentException when it cannot be read, is not positive or in another currency
   */
  public OriginInputs withNetCost(String cost) {
    BigMoney net = inCurrency("net cost", CostAmounts.parse("net cost", cost));
    if (!net.isPositive()) {
      throw new IllegalArgumentException("net cost must be positive, but was " + net);
    }
    return new OriginInputs(product, value, net, materials);
  }

  /**
   * The same good with one more material.
   *
   * @param name what it is called
   * @param code its code in the nomenclature
   * @param worth its value in one unit of the good
   * @param status whether it originates
   * @return new inputs
   * @throws IllegalArgumentException when a text cannot be read, the value is negative or in
   *     another currency
   */
  public OriginInputs withMaterial(String name, String code, String worth, Status status) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(worth, "worth");
    Objects.requireNonNull(status, "status");
    return with(
        new Material(
            name,
            HsCode.of(Objects.requireNonNull(code, "code")),
            CostAmounts.parse(name, worth),
            status));
  }

  /**
   * The same good with one more material.
   *
   * @param material the material
   * @return new inputs
   * @throws IllegalArgumentException when its value is in another currency
   */
  public OriginInputs with(Material material) {
    Objects.requireNonNull(material, "material");
    inCurrency(material.name(), material.value());
    List<Material> more = new ArrayList<>(materials);
    more.add(material);
    return new OriginInputs(product, value, netCost, List.copyOf(more));
  }

  private BigMoney inCurrency(String what, BigMoney amount) {
    if (!amount.isSameCurrency(value)) {
      throw new IllegalArgumentException(
          what + " must be in " + value.getCurrencyUnit() + " like the good, but was " + amount);
    }
    return amount;
  }

  /** {@return the code of the good} */
  public HsCode product() {
    return product;
  }

  /** {@return the transaction value of the good} */
  public BigMoney value() {
    return value;
  }

  /** {@return its net cost, empty where it is not stated} */
  public Optional<BigMoney> netCost() {
    return Optional.ofNullable(netCost);
  }

  /** {@return the materials} */
  public List<Material> materials() {
    return materials;
  }

  /** The value of some materials. */
  BigMoney worth(List<Material> some) {
    CurrencyUnit currency = value.getCurrencyUnit();
    return CostAmounts.sum(currency, some.stream().map(Material::value).toList());
  }

  /** The same good with every material of unknown status taken to have one. */
  OriginInputs taking(Status status) {
    return new OriginInputs(
        product,
        value,
        netCost,
        materials.stream()
            .map(
                m ->
                    m.status() == Status.UNKNOWN
                        ? new Material(m.name(), m.code(), m.value(), status)
                        : m)
            .toList());
  }

  List<Material> nonOriginating() {
    return materials.stream().filter(m -> m.status() == Status.NOT_ORIGINATING).toList();
  }

  /** Two are equal when the same is stated of the good and its materials. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OriginInputs that
        && product.equals(that.product)
        && CostAmounts.key(value).equals(CostAmounts.key(that.value))
        && CostAmounts.key(netCost).equals(CostAmounts.key(that.netCost))
        && materials.equals(that.materials);
  }

  @Override
  public int hashCode() {
    return Objects.hash(product, CostAmounts.key(value), materials);
  }

  /** The good and how many materials it has. */
  @Override
  public String toString() {
    return product + " of " + value + ", " + materials.size() + " materials";
  }
}
