package org.tariffeconomics.tariff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;

/**
 * What a measure does to goods that it is for: all of it but its name, its source, its days, and
 * the goods and origins it is for. Long lists make many measures of the same terms.
 */
final class DutyTerms {

  private final String programme;
  private final Rule rule;
  private final List<String> targets;
  private final DutyRate rate;
  private final Portion portion;
  private final List<Condition> conditions;

  private final int hash;

  /** Of measures with the same one the closest counts; nothing where each acts by itself. */
  private final String contest;

  DutyTerms(TariffMeasure measure) {
    this.programme = measure.programme();
    this.rule = measure.rule();
    this.targets = measure.targets();
    this.rate = measure.rate();
    this.portion = measure.portion();
    this.conditions = measure.conditions();
    this.hash = Objects.hash(programme, rule, targets, rate, portion, conditions);
    this.contest = contest(measure);
  }

  /**
   * What a measure competes in: the resolver chooses among all ordinary duties, and within each
   * programme of the others. Blank where a measure acts by itself.
   */
  static String contest(TariffMeasure measure) {
    return switch (measure.rule()) {
      case BASE -> "base";
      case PREFERENCE -> "preference " + measure.programme();
      case ADDS, TOPS_UP_TO, TOPS_UP_ORDINARY_TO, REPLACES -> "charge " + measure.programme();
      case EXEMPTS, PROHIBITS -> "";
    };
  }

  /** Whether how closely two measures speak of the goods decides between them. */
  boolean contests(DutyTerms other) {
    return !contest.isEmpty() && contest.equals(other.contest);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DutyTerms that
            && hash == that.hash
            && rule == that.rule
            && programme.equals(that.programme)
            && conditions.equals(that.conditions)
            && rate.equals(that.rate)
            && portion.equals(that.portion)
            && targets.equals(that.targets));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
