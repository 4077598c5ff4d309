package dev.gpuadvisor.advice;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Constraints.Budget;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.tuning.TrainingSpeed;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller is willing to rent, to the cent and to the token; what is rented; notes. */
class ConstraintsTest {

  private static final Offer L4 = CATALOG.offers().find("g6.xlarge").orElseThrow();

  private static Bill bill(String usdPerHour) {
    return Bill.of(
        new Price(new BigDecimal(usdPerHour)),
        new Terms(Billing.PER_SECOND, false),
        Usage.always());
  }

  private static Constraints within(String hour, String month) {
    return Questions.within(
        new Budget(
            Optional.ofNullable(hour).map(BigDecimal::new),
            Optional.ofNullable(month).map(BigDecimal::new),
            Usage.always()));
  }

  /** What costs just as much as may be spent is not over it. */
  @ParameterizedTest
  @CsvSource({
    "1.00, 1, , false",
    "1.0001, 1, , true",
    "1.00, , 730, false",
    "1.0001, , 730, true",
    "2, 3, 1000, true",
    "2, 1, 2000, true",
    "2, 2, 1460, false",
    "2, , , false",
  })
  void budgets(String price, String hour, String month, boolean over) {
    assertEquals(over, within(hour, month).budget().isOver(bill(price)));
  }

  @Test
  void whatARunMayCostIsNoLimitOfAMonth() {
    Constraints constraints =
        Questions.within(
            new Budget(
                Optional.empty(), Optional.empty(), Optional.of(BigDecimal.TEN), Usage.always()));

    assertFalse(constraints.budget().isOver(bill("100")));
    assertFalse(constraints.budget().isOverRun(bill("1").forRun(BigDecimal.TEN)));
    assertTrue(constraints.budget().isOverRun(bill("1").forRun(new BigDecimal("10.01"))));
  }

  private record Fast(double perSecond) implements RankBy.Ranked {
    @Override
    public Bill bill() {
      return ConstraintsTest.bill("1");
    }

    @Override
    public Optional<SpeedEstimate> speed() {
      return Optional.of(
          new SpeedEstimate(
              new SpeedEstimate.Range(perSecond, 2 * perSecond), new SpeedEstimate.Range(1, 1), 4));
    }

    @Override
    public Optional<Plan> plan() {
      return Optional.empty();
    }

    @Override
    public Optional<TrainingSpeed> learning() {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({"20, false", "19.99, true", "20.01, false"})
  void speeds(double perSecond, boolean slow) {
    Constraints constraints =
        new Constraints(
            Budget.none(), Supply.UNKNOWN, 1, Optional.of(BigDecimal.valueOf(20)), RankBy.PRICE);

    assertEquals(slow, constraints.tooSlow(new Fast(perSecond)));
    assertFalse(Constraints.none().tooSlow(new Fast(perSecond)));
  }

  /** A dollar an hour, on a card that gives 4 users 10 tokens a second each at least. */
  @Test
  void orders() {
    Fast slow = new Fast(10);
    Fast fast = new Fast(20);

    assertEquals(40, RankBy.totalTokensPerSecond(slow).orElseThrow());
    assertEquals(10, RankBy.tokensPerSecond(slow));
    assertTrue(RankBy.SPEED.order().compare(fast, slow) < 0);
    assertTrue(RankBy.COST_PER_TOKEN.order().compare(fast, slow) < 0);
    assertEquals(0, RankBy.PRICE.order().compare(fast, slow));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, false", "2, 1, true", "2, 2, false", "3, 2, true"})
  void gpus(int units, int most, boolean tooMany) {
    assertEquals(tooMany, Questions.of(Supply.UNKNOWN, most).tooManyGpus(new Worker(L4, units)));
  }

  @Test
  void whatIsRented() {
    Card card = CATALOG.cards().find("L4").orElseThrow();
    Rented offer = new Rented.OfOffer(L4);
    Rented one = new Rented.OfCard(card);
    Rented two = Rented.OfCard.of(card, 2);

    assertEquals("g6.xlarge", offer.name());
    assertEquals(1, offer.gpus());
    assertEquals(L4.cards(), offer.cards());
    assertEquals(Optional.of(L4), offer.knownOffer());
    assertEquals("L4", one.name());
    assertEquals("L4", Rented.OfCard.of(card, 1).name());
    assertEquals("2x L4", two.name());
    assertEquals(2, two.gpus());
    assertEquals(List.of(card), two.cards());
    assertEquals(Optional.empty(), two.knownOffer());
  }

  @Test
  void whatRunsIsCalledByItsName() {
    Current offer = Questions.offer("g6.xlarge");
    Current price = new Current(Optional.empty(), BigDecimal.ONE);
    Current three = new Current(offer.rented(), BigDecimal.ONE, 3, Optional.empty());

    assertEquals(Msg.Current.named("g6.xlarge"), offer.label());
    assertEquals(Msg.Current.named("3 x g6.xlarge"), three.label());
    assertEquals(Msg.Current.unnamed(), price.label());
    assertEquals(Optional.of(L4), offer.offer());
    assertEquals(Optional.empty(), price.offer());
    assertEquals(0, new BigDecimal("730").compareTo(price.bill(Usage.always()).usdPerMonth()));
  }

  @Test
  void whatNotesAreAbout() {
    Message ofOne = Msg.Note.supplyUnknown("g6.xlarge");

    assertTrue(Note.of(NoteCode.SUPPLY_UNKNOWN, ofOne).isAboutNoOtherThan("g6.xlarge"));
    assertFalse(Note.of(NoteCode.SUPPLY_UNKNOWN, ofOne).isAboutNoOtherThan("g5.xlarge"));
    assertTrue(
        Note.of(NoteCode.SUPPLY_UNKNOWN, Msg.Note.runOnSpot()).isAboutNoOtherThan("g5.xlarge"));
    assertTrue(Note.of(NoteCode.PRICE_AGE, ofOne).isAboutAge());
    assertFalse(Note.of(NoteCode.PRICE_DATE, ofOne).isAboutAge());
    assertTrue(Note.of(NoteCode.REGION, ofOne).isAboutRegion());
    assertFalse(Note.of(NoteCode.SUPPLY_UNKNOWN, ofOne).isAboutRegion());
    for (NoteCode code :
        List.of(
            NoteCode.NOTHING_ALLOWED,
            NoteCode.NOTHING_FITS,
            NoteCode.FITS_TIGHTLY,
            NoteCode.TARGET_MISSED)) {
      assertTrue(Note.of(code, ofOne).saysWhyNothing(), code.id());
    }
    assertFalse(Note.of(NoteCode.SUPPLY, ofOne).saysWhyNothing());
  }
}
