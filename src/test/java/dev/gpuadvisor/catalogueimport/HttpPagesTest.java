package dev.gpuadvisor.catalogueimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Providers that are busy, broken, slow or endless. */
class HttpPagesTest {

  private static final Call CALL = Call.get("/prices");

  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpPages pages() {
    HttpPages.Patience patience =
        new HttpPages.Patience(
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(2),
            Duration.ofSeconds(1));
    return new HttpPages(server.base(), name -> null, patience);
  }

  private String stopped() {
    return assertThrows(ImportException.class, () -> pages().json(CALL)).getMessage();
  }

  @Test
  void asksAgainWhereAProviderIsBusyOrFails() throws IOException {
    server
        .on("/prices", Loopback.busy("0"))
        .on("/prices", Loopback.status(503, ""))
        .on("/prices", Loopback.status(500, "no"))
        .on("/prices", "{\"a\":1}");
    assertEquals(1, pages().json(CALL).path("a").asInt());
    assertEquals(4, server.requests().size());
  }

  @Test
  void waitsAsLongAsItIsAskedTo() throws IOException {
    server.on("/prices", Loopback.busy("1")).on("/prices", "[]");
    long start = System.nanoTime();
    pages().json(CALL);
    assertTrue(System.nanoTime() - start >= 1_000_000_000L);
  }

  @Test
  void waitsForNobodyForHours() {
    server.on("/prices", Loopback.busy("86400"));
    assertTrue(stopped().contains("asks to come back in 86400 seconds"));
    assertEquals(1, server.requests().size());
  }

  @Test
  void givesUpInTheEnd() {
    for (int i = 0; i < 9; i++) {
      server.on("/prices", Loopback.status(502, ""));
    }
    assertTrue(stopped().contains("status 502"));
    assertEquals(4, server.requests().size());
  }

  @Test
  void asksNoSecondTimeWhereItIsRefused() {
    server.on("/prices", Loopback.status(401, "{}")).on("/prices", "[]");
    assertTrue(stopped().contains("status 401"));
    assertEquals(1, server.requests().size());
  }

  @Test
  void asksAgainWhereAnAnswerBreaksOff() throws IOException {
    server.on("/prices", Loopback.broken("{\"a\":")).on("/prices", "{\"a\":2}");
    assertEquals(2, pages().json(CALL).path("a").asInt());
  }

  @Test
  void asksAgainWhereAnAnswerTakesTooLong() throws IOException {
    server.on("/prices", Loopback.silent(3000)).on("/prices", "{\"a\":3}");
    assertEquals(3, pages().json(CALL).path("a").asInt());
  }

  @Test
  void goesNowhereTwice() throws IOException {
    server.on("/prices", "[]").on("/prices", "[]");
    HttpPages pages = pages();
    pages.json(CALL);
    assertThrows(ImportException.class, () -> pages.moreJson(CALL));
  }

  @Test
  void tellsNoKeyThatStandsInAQuery() {
    server.on("/prices", Loopback.status(403, ""));
    String message =
        assertThrows(ImportException.class, () -> pages().json(Call.get("/prices?key=secret")))
            .getMessage();
    assertTrue(message.contains("/prices") && !message.contains("secret"), message);
  }
}
