package dev.gpuadvisor.slack;

import static dev.gpuadvisor.slack.Slack.NOW;
import static dev.gpuadvisor.slack.Slack.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.http.ApiRequest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  private static final String BODY = Slack.form("qwen2.5-14b 8bit");
  private static final String TIMESTAMP = Long.toString(NOW.getEpochSecond());
  private static final String GOOD = Signature.of(SECRET, TIMESTAMP, BODY.getBytes(UTF_8));

  /** The example of Slack's page "Verifying requests from Slack". */
  private static final String DOCUMENTED_BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  @Test
  void acceptsTheDocumentedExample() {
    ApiRequest request =
        Slack.request(
            "1531420618",
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            DOCUMENTED_BODY);

    assertTrue(Signature.isValid(request, List.of(SECRET), Instant.ofEpochSecond(1531420618)));
  }

  @Test
  void acceptsAGoodSignature() {
    assertTrue(isValid(GOOD, List.of(SECRET)));
  }

  @Test
  void acceptsEitherSecretWhileOneIsRotated() {
    assertTrue(isValid(GOOD, List.of("the-new-one", SECRET)));
    assertTrue(isValid(GOOD, List.of(SECRET, "the-old-one")));
  }

  @Test
  void refusesEverythingWithoutASecret() {
    assertFalse(isValid(GOOD, List.of()));
    assertFalse(isValid(Signature.of("", TIMESTAMP, BODY.getBytes(UTF_8)), List.of("")));
    assertFalse(isValid(Signature.of(" ", TIMESTAMP, BODY.getBytes(UTF_8)), List.of(" ")));
  }

  @Test
  void refusesAnotherSecret() {
    assertFalse(isValid(GOOD, List.of(SECRET.toUpperCase(Locale.ROOT))));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -299, 0, 299, 300})
  void acceptsClocksThatAreFiveMinutesApart(long seconds) {
    assertTrue(Signature.isValid(request(GOOD), List.of(SECRET), NOW.plusSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1_000_000_000, -301, 301, 86_400})
  void refusesWhatIsOlderOrFromTheFuture(long seconds) {
    assertFalse(Signature.isValid(request(GOOD), List.of(SECRET), NOW.plusSeconds(seconds)));
  }

  @Test
  void refusesABodyWithOneByteChanged() {
    byte[] body = BODY.getBytes(UTF_8);
    for (int i = 0; i < body.length; i++) {
      byte[] changed = body.clone();
      changed[i] ^= 1;
      ApiRequest request = new ApiRequest("", Map.of(), "", request(GOOD).headers(), changed);

      assertFalse(Signature.isValid(request, List.of(SECRET), NOW));
    }
  }

  @Test
  void refusesAnotherTime() {
    String later = Long.toString(NOW.getEpochSecond() + 1);

    assertFalse(Signature.isValid(Slack.request(later, GOOD, BODY), List.of(SECRET), NOW));
  }

  @Test
  void refusesMissingHeaders() {
    assertFalse(isValid(Map.of()));
    assertFalse(isValid(Map.of("x-slack-signature", GOOD)));
    assertFalse(isValid(Map.of("x-slack-request-timestamp", TIMESTAMP)));
  }

  /** The doors join what is sent twice with commas. */
  @ParameterizedTest
  @ValueSource(strings = {"%s,%s", "%s, %s", "v0=00,%s", "%s,"})
  void refusesHeadersThatAreSentTwice(String pattern) {
    assertFalse(isValid(String.format(pattern, GOOD, GOOD), List.of(SECRET)));
    String twice = String.format(pattern, TIMESTAMP, TIMESTAMP);
    assertFalse(Signature.isValid(Slack.request(twice, GOOD, BODY), List.of(SECRET), NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v0=",
        "v0",
        "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "v0=zz114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
      })
  void refusesGarbledSignatures(String signature) {
    assertFalse(isValid(signature, List.of(SECRET)));
  }

  @Test
  void refusesAGoodSignatureThatIsWrittenInAnotherWay() {
    assertFalse(isValid(GOOD.toUpperCase(Locale.ROOT), List.of(SECRET)));
    assertFalse(isValid(" " + GOOD, List.of(SECRET)));
    assertFalse(isValid(GOOD + "\n", List.of(SECRET)));
    assertFalse(isValid(GOOD.substring(0, GOOD.length() - 1), List.of(SECRET)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "abc", "-1", "+1768478400", "1e9", "99999999999999999999", "１７６８４７８４００"})
  void refusesGarbledTimes(String timestamp) {
    String signature = Signature.of(SECRET, timestamp, BODY.getBytes(UTF_8));

    assertFalse(Signature.isValid(Slack.request(timestamp, signature, BODY), List.of(SECRET), NOW));
  }

  @Test
  void noneOfAHundredThousandForgeriesPasses() {
    Random random = new Random(20260115);
    byte[] forged = new byte[32];
    int passed = 0;
    for (int i = 0; i < 100_000; i++) {
      random.nextBytes(forged);
      passed += isValid("v0=" + HexFormat.of().formatHex(forged), List.of(SECRET)) ? 1 : 0;
    }
    assertEquals(0, passed);
  }

  private static boolean isValid(String signature, List<String> secrets) {
    return Signature.isValid(request(signature), secrets, NOW);
  }

  private static boolean isValid(Map<String, String> headers) {
    return Signature.isValid(Slack.request(headers, BODY), List.of(SECRET), NOW);
  }

  private static ApiRequest request(String signature) {
    return Slack.request(TIMESTAMP, signature, BODY);
  }
}
