package dev.gpuadvisor.function.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The signatures are botocore's, of the same requests. */
class RequestSignerTest {

  private static final byte[] BODY =
      "{\"Name\":\"/gpu-advisor/slack-signing-secret\",\"WithDecryption\":true}".getBytes(UTF_8);

  private static Map<String, List<String>> headers(String sessionToken) {
    AwsAccess access =
        new AwsAccess(
            "eu-west-1",
            URI.create("https://ssm.eu-west-1.amazonaws.com"),
            "AKIDEXAMPLE",
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            sessionToken);
    return new RequestSigner(access, new SettableClock()).sign(BODY);
  }

  @Test
  void withTheSessionOfAFunction() {
    Map<String, List<String>> headers = headers("session-token");
    assertEquals(List.of("session-token"), headers.get("X-Amz-Security-Token"));
    assertEquals(
        List.of(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/eu-west-1/ssm/aws4_request,"
                + " SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;"
                + "x-amz-security-token;x-amz-target,"
                + " Signature=f54d59d33c1361547713148b3b333c6a8d470487f13eded5271ffc5996ce17a3"),
        headers.get("Authorization"));
  }

  @Test
  void withoutSession() {
    Map<String, List<String>> headers = headers("");
    assertNull(headers.get("X-Amz-Security-Token"));
    assertEquals(
        List.of(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/eu-west-1/ssm/aws4_request,"
                + " SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target,"
                + " Signature=2d4be1ca7d3bc91ada190036706dcf701443eb7f76c0562ec551a61608ac733e"),
        headers.get("Authorization"));
  }

  @Test
  void asTheSignerOfAwsForAnyKeysBodyAndTime() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      AwsAccess access =
          new AwsAccess(
              i % 2 == 0 ? "eu-west-1" : "us-gov-east-1",
              URI.create(i % 3 == 0 ? "http://127.0.0.1:4566" : "https://ssm.example.org"),
              "AKID" + random.nextInt(),
              Long.toString(random.nextLong(), 36) + "/+=",
              i % 5 == 0 ? "" : "token/" + random.nextLong() + "+=");
      byte[] body = new byte[random.nextInt(300)];
      random.nextBytes(body);
      Clock clock =
          Clock.fixed(Instant.ofEpochSecond(random.nextInt(2_000_000_000)), ZoneOffset.UTC);
      assertEquals(
          new TreeMap<>(AwsSigner.sign(access, clock, body)),
          new TreeMap<>(new RequestSigner(access, clock).sign(body)));
    }
  }
}
