package dev.gpuadvisor.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.operation.Call;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.story.PickStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code runs on | AMPERE_24 · $0.68/h}: the recommendation as a picture of two words. */
public final class Badge {

  private static final String TYPE = "image/svg+xml";

  /** A picture that is opened by itself runs and loads nothing. */
  private static final Map<String, String> HEADERS =
      Map.of("content-security-policy", "default-src 'none'", "x-content-type-options", "nosniff");

  private static final String GREEN = "#0b6b5d";
  private static final String RED = "#a8231f";

  private static final BigDecimal DIME = new BigDecimal("0.10");
  private static final int LONGEST = 60;
  private static final String NARROW = " .,:;|!'()[]fijlrtI\u00b7\u00a0\u202f";

  private Badge() {}

  public static Operation<Question> operation(Questions questions) {
    return Operation.get("badge", "/v1/badge.svg", questions.recommendation(), Badge::answer)
        .answers("Text")
        .forExample("model=qwen2.5-14b&quantization=8bit")
        .in(List.of(TYPE));
  }

  private static Content answer(Question question, Call call) {
    Story story = new Story(Advisor.recommend(question, call.today()), call.today());
    Message left = question.task() instanceof Tuning ? Msg.Badge.tunesOn() : Msg.Badge.runsOn();
    Optional<Message> right = story.pick().map(Badge::pick);
    String svg =
        svg(
            story.model(),
            call.texts().write(left),
            shortened(call.texts().write(right.orElseGet(Msg.Badge::nothing))),
            right.isPresent() ? GREEN : RED);
    return Content.cacheable(TYPE, svg.getBytes(UTF_8)).with(HEADERS);
  }

  private static Message pick(PickStory pick) {
    BigDecimal usd = pick.assessment().bill().usdPerHour();
    int decimals = usd.compareTo(DIME) < 0 ? 4 : 2;
    return Msg.Badge.pick(pick.offer(), usd.setScale(decimals, RoundingMode.HALF_UP));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
  }

  private static String svg(String model, String left, String right, String colour) {
    int leftWidth = width(left);
    int rightWidth = width(right);
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"WIDTH\" height=\"20\" role=\"img\""
                + " aria-labelledby=\"t\"><title id=\"t\">TITLE</title>"
                + "<clipPath id=\"r\"><rect width=\"WIDTH\" height=\"20\" rx=\"3\"/></clipPath>"
                + "<g clip-path=\"url(#r)\"><rect width=\"WIDTH\" height=\"20\" fill=\"#3a444c\"/>"
                + "<rect x=\"LEFT\" width=\"WIDTH\" height=\"20\" fill=\"COLOUR\"/></g>"
                + "<g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\""
                + " aria-hidden=\"true\">")
            .replace("WIDTH", Integer.toString(leftWidth + rightWidth))
            .replace("LEFT", Integer.toString(leftWidth))
            .replace("COLOUR", colour)
            .replace("TITLE", Xml.escaped(model + " " + left + " " + right))
        + text(left, 0, leftWidth)
        + text(right, leftWidth, rightWidth)
        + "</g></svg>\n";
  }

  /** However wide the letters of a reader's font are, the text has the width of its field. */
  private static String text(String text, int from, int width) {
    return "<text x=\"%d\" y=\"14\" textLength=\"%d\">%s</text>"
        .formatted(from + 6, width - 12, Xml.escaped(text));
  }

  private static int width(String text) {
    int tenths = 120;
    for (char c : text.toCharArray()) {
      tenths += NARROW.indexOf(c) >= 0 ? 42 : Character.isUpperCase(c) || c == 'm' ? 78 : 68;
    }
    return (tenths + 5) / 10;
  }
}
