package dev.gpuadvisor.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacSha256Test {

  /** RFC 4231, test cases 1, 2 and 6: a usual key, a short one, one longer than a block. */
  @ParameterizedTest
  @CsvSource({
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, Hi There,"
        + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "4a656665, what do ya want for nothing?,"
        + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "LONG, Test Using Larger Than Block-Size Key - Hash Key First,"
        + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
  })
  void isWhatTheStandardSays(String key, String message, String expected) {
    byte[] bytes = HexFormat.of().parseHex(key.equals("LONG") ? "aa".repeat(131) : key);

    byte[] hmac = HmacSha256.of(bytes, message.getBytes(US_ASCII));

    assertEquals(expected, HexFormat.of().formatHex(hmac));
  }

  @Test
  void isWhatTheJdkComputesForAnyLength() throws GeneralSecurityException {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      byte[] key = new byte[1 + random.nextInt(150)];
      byte[] head = new byte[random.nextInt(100)];
      byte[] tail = new byte[random.nextInt(300)];
      random.nextBytes(key);
      random.nextBytes(head);
      random.nextBytes(tail);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head);

      assertArrayEquals(mac.doFinal(tail), HmacSha256.of(key, head, tail));
    }
  }
}
