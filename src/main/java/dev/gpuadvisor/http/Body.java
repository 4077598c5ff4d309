package dev.gpuadvisor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Msg;
import java.util.Locale;

/** The body of a POST: JSON, or a form. */
public final class Body {

  /** A question has a few hundred bytes; the longest published configuration has 3.1 million. */
  public static final int MOST_BYTES = 4 << 20;

  private static final String FORM = "application/x-www-form-urlencoded";

  private Body() {}

  /**
   * What begins like JSON is read as JSON, whatever it is called: {@code curl -d} calls everything
   * a form.
   *
   * @param contentType empty where the caller did not say
   */
  public static void read(byte[] body, String contentType, Arguments into) {
    requireSize(body);
    if (body.length == 0) {
      return; // everything may stand in the query
    }
    String type = contentType.toLowerCase(Locale.ROOT);
    if (beginsLikeJson(body) || type.isEmpty() || type.contains("json")) {
      JsonBody.read(body, into);
    } else if (type.startsWith(FORM)) {
      FormEncoding.read(new String(body, UTF_8).strip(), into);
    } else {
      throw new ProblemException(
          Problem.of(415, "unsupported-media-type", Msg.Problem.mediaType()));
    }
  }

  /** A body that is a text and nothing else. */
  public static String text(byte[] body) {
    requireSize(body);
    return new String(body, UTF_8);
  }

  private static void requireSize(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          Problem.of(413, "body-too-large", Msg.Problem.tooLarge(MOST_BYTES)));
    }
  }

  private static boolean beginsLikeJson(byte[] body) {
    for (byte b : body) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b == '{';
      }
    }
    return false;
  }
}
