package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.parameter.Arguments;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Mattermost's slash commands, which are Slack's form with a token in it instead of a signature. A
 * token proves less than a signature does: whoever has read one request can make another.
 *
 * @param tokens of the commands that are answered; with none, nobody is
 */
record Mattermost(Supplier<List<String>> tokens) {

  private static final int LONGEST_BODY = 20_000;

  /** What was asked; empty where it does not come from there. */
  Optional<Arguments> form(ApiRequest request) {
    List<String> known = tokens.get();
    if (known.isEmpty()
        || request.headers().containsKey("x-slack-signature")
        || request.body().length > LONGEST_BODY) {
      return Optional.empty();
    }
    Arguments form = new Arguments();
    FormEncoding.read(new String(request.body(), UTF_8), form);
    byte[] given = Guard.first(form, "token").getBytes(UTF_8);
    boolean good = false;
    for (String token : known) {
      good |= MessageDigest.isEqual(token.getBytes(UTF_8), given);
    }
    return good ? Optional.of(form) : Optional.empty();
  }
}
