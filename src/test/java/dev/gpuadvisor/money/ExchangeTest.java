package dev.gpuadvisor.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-1.08"})
  void aCurrencyIsWorthSomething(String rate) {
    BigDecimal usd = new BigDecimal(rate);
    assertThrows(IllegalArgumentException.class, () -> new Exchange("EUR", usd));
  }

  @Test
  void whatItIsWorth() {
    assertEquals(new BigDecimal("1.08"), new Exchange("EUR", new BigDecimal("1.08")).usdPerUnit());
  }
}
