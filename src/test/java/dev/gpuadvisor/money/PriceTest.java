package dev.gpuadvisor.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

  private static Price perSecond(String usd) {
    return Price.perSecond(new BigDecimal(usd));
  }

  /** The eleven prices of the brief; it rounds nine of the hours to the cent. */
  @ParameterizedTest
  @CsvSource({
    "0.00016,0.576", "0.00019,0.684", "0.00031,1.116", "0.00044,1.584", "0.00034,1.224",
    "0.00053,1.908", "0.00076,2.736", "0.00116,4.176", "0.00111,3.996", "0.00155,5.58",
    "0.00240,8.64"
  })
  void anHourIs3600ExactSeconds(String second, BigDecimal hour) {
    assertEquals(0, hour.compareTo(perSecond(second).perHour()));
  }

  @ParameterizedTest
  @CsvSource({
    "0.684,0.00019",
    "0.36000000009,0.000100000000025",
    "0.80,0.000222222222",
    "1.00,0.000277777778",
    "88.490000119,0.024580555589"
  })
  void aSecondIsExactWhereItsDecimalsEnd(BigDecimal hour, BigDecimal second) {
    assertEquals(second, new Price(hour).perSecond());
    assertEquals(hour, new Price(hour).perHour());
  }

  /** Where the brief computed from rounded prices: +65, +181 and +17. */
  @ParameterizedTest
  @CsvSource({
    "0.00031,0.00019,63.2",
    "0.00034,0.00019,78.9",
    "0.00053,0.00019,178.9",
    "0.00019,0.00016,18.8",
    "0.00016,0.00019,-15.8",
    "0.00019,0.00019,0.0"
  })
  void percentagesComeFromExactPrices(String price, String other, BigDecimal percent) {
    assertEquals(percent, perSecond(price).percentAbove(perSecond(other)));
  }

  @Test
  void onlyWhatSomebodyOwnsCostsNothing() {
    assertEquals(0, perSecond("0").perHour().signum());
    assertThrows(IllegalArgumentException.class, () -> perSecond("-0.1"));
  }

  @Test
  void pricesAreInTheOrderOfTheirHours() {
    assertTrue(perSecond("0.00016").compareTo(perSecond("0.00019")) < 0);
    assertTrue(perSecond("0.00019").compareTo(perSecond("0.00016")) > 0);
    assertEquals(0, perSecond("0.00019").compareTo(perSecond("0.000190")));
  }
}
