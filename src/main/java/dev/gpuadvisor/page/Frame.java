package dev.gpuadvisor.page;

import java.util.List;

/**
 * What a chart is drawn in: where its plot lies, and the values along its axes. For SVG, which
 * takes places as texts.
 *
 * @param inside the plot, with room around it for what is written there
 */
record Frame(Box inside, List<Tick> across, List<Tick> up) {

  private static final int RIGHT_OF_PLOT = 12;
  private static final int BELOW_PLOT = 46;

  /** A value of an axis, at a place. */
  record Tick(double at, String text) {
    String place() {
      return Scale.text(at);
    }
  }

  int width() {
    return (int) (inside.x() + inside.width() + RIGHT_OF_PLOT);
  }

  int height() {
    return (int) (inside.y() + inside.height() + BELOW_PLOT);
  }

  String left() {
    return Scale.text(inside.x());
  }

  String right() {
    return Scale.text(inside.x() + inside.width());
  }

  String top() {
    return Scale.text(inside.y());
  }

  String bottom() {
    return Scale.text(inside.y() + inside.height());
  }

  /** Half of the axis, for its name. */
  String middle() {
    return Scale.text(inside.x() + inside.width() / 2);
  }

  /** Baselines below the plot. */
  String below(int down) {
    return Scale.text(inside.y() + inside.height() + down);
  }
}
