package dev.gpuadvisor.function.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.net.HttpsCall;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS's signature version 4 of GetParameter. Not by AWS's own signer, which a native image cannot
 * link; that one is the oracle of the tests. See docs/decisions/slack-secret.md.
 */
final class RequestSigner {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SERVICE = "ssm";

  private final AwsAccess access;
  private final Clock clock;

  RequestSigner(AwsAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  /** All headers of the request, those of the signature among them. */
  Map<String, List<String>> sign(byte[] body) {
    Instant now = clock.instant();
    // In the order of their names, as the signature wants them.
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of("application/x-amz-json-1.1"));
    headers.put("Host", List.of(HttpsCall.host(access.endpoint())));
    headers.put("x-amz-content-sha256", List.of(sha256(body)));
    headers.put("X-Amz-Date", List.of(dateAndTime(now)));
    if (!access.sessionToken().isEmpty()) {
      headers.put("X-Amz-Security-Token", List.of(access.sessionToken()));
    }
    headers.put("X-Amz-Target", List.of("AmazonSSM.GetParameter"));
    headers.put("Authorization", List.of(authorization(headers, body, now)));
    return headers;
  }

  private String authorization(Map<String, List<String>> headers, byte[] body, Instant now) {
    String names = String.join(";", headers.keySet()).toLowerCase(Locale.ROOT);
    StringBuilder canonical = new StringBuilder("POST\n/\n\n");
    headers.forEach(
        (name, values) ->
            canonical
                .append(name.toLowerCase(Locale.ROOT))
                .append(':')
                .append(values.get(0))
                .append('\n'));
    canonical.append('\n').append(names).append('\n').append(sha256(body));
    String day = dateAndTime(now).substring(0, 8);
    String scope = String.join("/", day, access.region(), SERVICE, "aws4_request");
    String toSign =
        String.join(
            "\n", ALGORITHM, dateAndTime(now), scope, sha256(canonical.toString().getBytes(UTF_8)));
    return ALGORITHM
        + " Credential="
        + access.accessKeyId()
        + "/"
        + scope
        + ", SignedHeaders="
        + names
        + ", Signature="
        + HexFormat.of().formatHex(hmac(key(day), toSign));
  }

  private byte[] key(String day) {
    byte[] key = ("AWS4" + access.secretAccessKey()).getBytes(UTF_8);
    for (String part : List.of(day, access.region(), SERVICE, "aws4_request")) {
      key = hmac(key, part);
    }
    return key;
  }

  /** {@code 20260301T120000Z} */
  private static String dateAndTime(Instant now) {
    String iso = Instant.ofEpochSecond(now.getEpochSecond()).toString();
    return iso.replace("-", "").replace(":", "");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK must have it
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // as above
    }
  }
}
