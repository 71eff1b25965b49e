package org.tariffeconomics;

import java.time.LocalDate;
import java.util.Objects;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.economy.CostPush;
import org.tariffeconomics.economy.CostPushRange;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.World;
import org.tariffeconomics.reference.UsDuties;

/**
 * The verbs of {@link Tariffs} from the law of a day to a whole economy.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class EconomyVerbs extends BorderVerbs permits Tariffs {

  EconomyVerbs() {}

  /**
   * The duties of the United States on a day, on every flow of the imports of 2024: the shock of an
   * economy.
   *
   * @param day the day of entry
   * @return the duties; {@code averages(world)} folds them into a world
   */
  public static UsDuties duties(String day) {
    return duties(day(day));
  }

  /**
   * The duties of the United States on a day, on every flow of the imports of 2024.
   *
   * @param day the day of entry
   * @return the duties
   */
  public static UsDuties duties(LocalDate day) {
    return UsDuties.of(day);
  }

  /**
   * The bundled world of 2023: 94 economies, one sector.
   *
   * @return the data
   */
  public static World world2023() {
    return World.of2023();
  }

  /**
   * The bundled teaching world of 2011: 25 economies, 21 sectors with inputs.
   *
   * @return the data
   */
  public static World sectors2011() {
    return World.sectors2011();
  }

  /**
   * The shock to a world that changes nothing yet: {@code shock(world2023()).withAdded("US", "*",
   * 0.10)} adds ten percentage points to all duties of the United States.
   *
   * @param world the world
   * @return the shock
   */
  public static DutyShock shock(World world) {
    return DutyShock.none(world);
  }

  /**
   * A model of a world, in which nothing is solved yet; deficits are shares of world income.
   *
   * @param world the world
   * @param elasticity the elasticity of trade
   * @return the model
   */
  public static Equilibrium equilibrium(World world, Elasticity elasticity) {
    return Equilibrium.of(world, elasticity);
  }

  /**
   * The elasticity of trade flows to costs, one for all sectors.
   *
   * @param theta {@code "4"}, or a range for draws, {@code "2.5..8"}
   * @return the elasticity
   */
  public static Elasticity elasticity(String theta) {
    return Elasticity.of(theta);
  }

  /**
   * The seed of draws, so that it reads as one.
   *
   * @param number any number
   * @return the number
   */
  public static long seed(long number) {
    return number;
  }

  /**
   * What the duties of a day do to costs in the United States through the inputs of inputs, passed
   * on in full.
   *
   * @param duties the duties of the day
   * @return the pushes by industry and for consumers
   */
  public static CostPushRange costPush(UsDuties duties) {
    return costPush(duties, Rate.percent(100));
  }

  /**
   * What the duties of a day do to costs in the United States, passed on in part.
   *
   * @param duties the duties of the day
   * @param passThrough what part of a duty buyers pay, {@code "80%"}
   * @return the pushes by industry and for consumers
   */
  public static CostPushRange costPush(UsDuties duties, String passThrough) {
    return costPush(duties, rate(passThrough));
  }

  /**
   * What the duties of a day do to costs in the United States, passed on in part.
   *
   * @param duties the duties of the day
   * @param passThrough what part of a duty buyers pay
   * @return the pushes by industry and for consumers
   */
  public static CostPushRange costPush(UsDuties duties, Rate passThrough) {
    return CostPush.bea2017()
        .push(
            Objects.requireNonNull(duties, "duties").onGoods(),
            passThrough.fraction().doubleValue());
  }
}
