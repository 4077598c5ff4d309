package dev.gpuadvisor.page;

import dev.gpuadvisor.story.LoadCurve;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Dollars of a month against the load: each way of carrying it as a line.
 *
 * @param id which of the two it is; the style sheet shows the one that the screen has room for
 * @param asked where the load that was asked for is
 * @param crossings where another way gets the cheapest
 */
record MonthChart(
    String id,
    String description,
    Frame frame,
    double asked,
    List<Line> lines,
    List<Point> crossings) {

  private static final double APART_ACROSS = 44;
  private static final double APART_UP = 24;
  private static final MathContext THREE_DIGITS = new MathContext(3);

  /**
   * @param kind which of the dashes it has, from 1
   * @param path for SVG
   */
  record Line(int kind, String name, String path) {}

  /** On the line of the way that gets the cheapest there. */
  record Point(double x, double y) {
    String place() {
      return "translate(" + Scale.text(x) + " " + Scale.text(y) + ")";
    }
  }

  /** For wide and for narrow screens: letters do not shrink. */
  static List<MonthChart> of(PageTexts words, LoadCurve curve) {
    return List.of(
        of("wide", new Box(70, 34, 638, 260), words, curve),
        of("narrow", new Box(70, 34, 246, 240), words, curve));
  }

  private static MonthChart of(String id, Box inside, PageTexts words, LoadCurve curve) {
    double right = inside.x() + inside.width();
    double bottom = inside.y() + inside.height();
    List<Double> rates = curve.rates();
    Scale load = new Scale(curve.low(), curve.high(), inside.x(), right);
    Scale month =
        Scale.around(
            curve.ways().stream()
                .flatMap(way -> rates.stream().map(rate -> usd(way, rate)))
                .toList(),
            bottom,
            inside.y());
    List<Line> lines =
        IntStream.range(0, curve.ways().size())
            .mapToObj(i -> line(words, i, curve.ways().get(i), rates, load, month))
            .toList();
    List<Point> crossings =
        curve.cheapest().stream()
            .skip(1)
            .map(each -> new Point(load.at(each.from()), month.at(usd(each.way(), each.from()))))
            .toList();
    return new MonthChart(
        id,
        String.join(" ", curve.sentences().stream().map(words::of).toList()),
        new Frame(
            inside,
            ticks(load, APART_ACROSS).stream().map(rate -> rateTick(words, load, rate)).toList(),
            ticks(month, APART_UP).stream()
                .map(usd -> new Frame.Tick(month.at(usd), words.usd(rounded(usd))))
                .toList()),
        load.at(curve.asked()),
        lines,
        crossings);
  }

  private static Line line(
      PageTexts words, int at, LoadCurve.Way way, List<Double> rates, Scale load, Scale month) {
    List<String> heights =
        rates.stream().map(rate -> Scale.text(month.at(usd(way, rate)))).toList();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < heights.size(); i++) {
      if (!isWithinALevel(heights, i)) {
        path.append(i == 0 ? "M" : "L")
            .append(Scale.text(load.at(rates.get(i))))
            .append(' ')
            .append(heights.get(i));
      }
    }
    return new Line(at + 1, words.of(way.label()), path.toString());
  }

  /** Between two points of the same height nothing needs to be drawn. */
  private static boolean isWithinALevel(List<String> heights, int at) {
    return at > 0
        && at < heights.size() - 1
        && heights.get(at).equals(heights.get(at - 1))
        && heights.get(at).equals(heights.get(at + 1));
  }

  /** What costs nothing has no place on a logarithmic scale: a cent. */
  private static double usd(LoadCurve.Way way, double rate) {
    return Math.max(0.01, way.usdAt().applyAsDouble(rate));
  }

  private static List<Double> ticks(Scale scale, double apart) {
    return scale.ticks(10, List.of(1.0, 2.0, 5.0), apart);
  }

  private static Frame.Tick rateTick(PageTexts words, Scale load, double rate) {
    return new Frame.Tick(load.at(rate), words.of(Msg.Amount.number(rounded(rate))));
  }

  /** Powers are not exact. */
  private static BigDecimal rounded(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).round(THREE_DIGITS).stripTrailingZeros();
    return plain.setScale(Math.max(0, plain.scale()));
  }

  /** For SVG. */
  String load() {
    return Scale.text(asked);
  }

  /** The name of the asked load stands above the plot. */
  String above() {
    return Scale.text(frame.inside().y() - 8);
  }
}
