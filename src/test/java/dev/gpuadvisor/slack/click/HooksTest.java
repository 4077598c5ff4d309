package dev.gpuadvisor.slack.click;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksTest {

  private static final String PATH = "/actions/T1/1/abc";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/actions/T1/1/abc",
        "https://hooks.slack.com/commands/T1/1/abc",
        "https://hooks.slack.com:443/app/T1/1/abc"
      })
  void slacksOwnAddressesAreGood(String url) {
    assertEquals(Optional.of(URI.create(url)), Hooks.SLACK.address(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.slack.com",
        "https://hooks.slack.com.evil.example",
        "https://hooks-slack.com",
        "https://evil.example/hooks.slack.com",
        "https://hooks.slack.com@evil.example",
        "https://user@hooks.slack.com",
        "https://user:password@hooks.slack.com",
        "https://hooks.slack.com:8443",
        "https://hooks.slack.com:80",
        "https://HOOKS.slack.com",
        "https://hooks.slack.com.",
        "https://xhooks.slack.com",
        "https://slack.com",
        "https://127.0.0.1",
        "https://[::1]",
        "https://169.254.169.254",
        "https://2130706433",
        "https://h\u043e\u043eks.slack.com",
        "https://hooks.slack.com%2eevil.example",
        "https://hooks.slack.com\\@evil.example",
        "https://hooks.slack.com\r\nHost: evil.example",
        "ftp://hooks.slack.com",
        "//hooks.slack.com",
        "hooks.slack.com"
      })
  void nobodyElsesAre(String start) {
    assertEquals(Optional.empty(), Hooks.SLACK.address(start + PATH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "https:///actions", "https://", "https://hooks.slack.com/a#b", "x"})
  void norIsWhatIsNoAddress(String url) {
    assertEquals(Optional.empty(), Hooks.SLACK.address(url));
  }

  @Test
  void norIsOneThatIsTooLong() {
    assertEquals(
        Optional.empty(), Hooks.SLACK.address("https://hooks.slack.com/" + "a".repeat(500)));
  }

  @Test
  void silenceIsNotWaitedFor() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Hooks hooks = new Hooks(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
      URI to = hooks.address(hooks.origin() + PATH).orElseThrow();
      assertTimeout(
          Duration.ofMillis(1_000),
          () ->
              assertEquals(
                  Hooks.Outcome.LOST,
                  hooks.post(to, new byte[] {'{', '}'}, Duration.ofMillis(300))));
    }
  }

  @Test
  void nothingIsSentWhereNoTimeIsLeft() throws IOException {
    try (HooksDouble slack = new HooksDouble()) {
      URI to = slack.hooks().address(slack.url()).orElseThrow();

      assertEquals(Hooks.Outcome.LOST, slack.hooks().post(to, new byte[0], Duration.ZERO));
      assertTrue(slack.taken().isEmpty());
    }
  }
}
