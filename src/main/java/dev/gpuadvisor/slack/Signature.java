package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.crypto.HmacSha256;
import dev.gpuadvisor.http.ApiRequest;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Slack's signature of a request, version 0: an HMAC over its time and its body as it came, with a
 * secret that only the app and Slack know.
 */
final class Signature {

  /** A recorded request is of no use after this; clocks may differ by as much. */
  private static final long MOST_SECONDS_APART = 300;

  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
  private static final Pattern SIGNATURE = Pattern.compile("v0=[0-9a-f]{64}");

  private Signature() {}

  /** Whether one of the secrets has signed this request just now. */
  static boolean isValid(ApiRequest request, List<String> secrets, Instant now) {
    return isFresh(request, now) && isBy(request, secrets);
  }

  /** Whether it carries a signature, of whomever, that says that it was made just now. */
  static boolean isFresh(ApiRequest request, Instant now) {
    String timestamp = timestamp(request);
    return TIMESTAMP.matcher(timestamp).matches()
        && SIGNATURE.matcher(signature(request)).matches()
        && Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) <= MOST_SECONDS_APART;
  }

  /**
   * Whether it is that of one of the secrets.
   *
   * @param secrets with none, nothing is valid
   */
  static boolean isBy(ApiRequest request, List<String> secrets) {
    byte[] given = signature(request).getBytes(US_ASCII);
    boolean valid = false;
    for (String secret : secrets) {
      byte[] expected = of(secret, timestamp(request), request.body()).getBytes(US_ASCII);
      valid |= !secret.isBlank() & MessageDigest.isEqual(expected, given);
    }
    return valid;
  }

  private static String timestamp(ApiRequest request) {
    return request.headers().getOrDefault("x-slack-request-timestamp", "");
  }

  private static String signature(ApiRequest request) {
    return request.headers().getOrDefault("x-slack-signature", "");
  }

  static String of(String secret, String timestamp, byte[] body) {
    byte[] head = ("v0:" + timestamp + ":").getBytes(US_ASCII);
    byte[] hmac = HmacSha256.of(secret.getBytes(UTF_8), head, body);
    return "v0=" + HexFormat.of().formatHex(hmac);
  }
}
