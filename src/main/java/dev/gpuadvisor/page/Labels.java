package dev.gpuadvisor.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts names beside marks where there is room; what finds none goes without. */
final class Labels {

  private static final double HEIGHT = 14;

  /** An estimate for letters of 12 units: rather too wide, so that nothing touches. */
  private static final double LETTER = 7.6;

  private final Box inside;
  private final List<Box> taken;
  private final List<Box> better;
  private final List<Label> placed = new ArrayList<>();

  /**
   * A text in the drawing.
   *
   * @param anchor as in SVG: where x is in it
   */
  record Label(double x, double y, String anchor, String text, String css) {
    Box box() {
      double width = text.length() * LETTER;
      double left =
          switch (anchor) {
            case "start" -> x;
            case "end" -> x - width;
            default -> x - width / 2;
          };
      return new Box(left, y - HEIGHT + 3, width, HEIGHT);
    }

    /** For SVG. */
    String left() {
      return Scale.text(x);
    }

    String baseline() {
      return Scale.text(y);
    }
  }

  /**
   * @param inside what no label may leave
   * @param taken what none may cover
   * @param better what none covers that has room elsewhere
   */
  Labels(Box inside, List<Box> taken, List<Box> better) {
    this.inside = inside;
    this.better = better;
    this.taken = new ArrayList<>(taken);
  }

  /**
   * @param marks the most important first
   */
  List<Label> place(List<Mark> marks) {
    for (Mark mark : marks) {
      free(mark)
          .filter(label -> better.stream().noneMatch(label.box()::overlaps))
          .findFirst()
          .or(() -> free(mark).findFirst())
          .or(() -> whereItMust(mark))
          .ifPresent(this::take);
    }
    return List.copyOf(placed);
  }

  private Stream<Label> free(Mark mark) {
    return around(mark).stream()
        .filter(label -> inside.contains(label.box()))
        .filter(label -> taken.stream().noneMatch(label.box()::overlaps));
  }

  /** The recommended offer has its name in any case, at least inside. */
  private Optional<Label> whereItMust(Mark mark) {
    if (mark.kind() != Mark.Kind.PICK) {
      return Optional.empty();
    }
    List<Label> around = around(mark);
    return around.stream()
        .filter(label -> inside.contains(label.box()))
        .findFirst()
        .or(() -> Optional.of(pushedInside(around.get(0))));
  }

  private Label pushedInside(Label label) {
    Box box = label.box();
    double right = inside.x() + inside.width() - box.width();
    double bottom = inside.y() + inside.height() - box.height();
    double left = Math.max(inside.x(), Math.min(box.x(), right));
    double top = Math.max(inside.y(), Math.min(box.y(), bottom));
    return new Label(left, top + HEIGHT - 3, "start", label.text(), label.css());
  }

  private void take(Label label) {
    placed.add(label);
    taken.add(label.box());
  }

  private static List<Label> around(Mark mark) {
    double side = mark.kind() == Mark.Kind.PICK ? 14 : 10;
    return List.of(
        label(mark, side, 4, "start"),
        label(mark, -side, 4, "end"),
        label(mark, 0, -side - 2, "middle"),
        label(mark, 0, side + 11, "middle"),
        label(mark, side - 3, -side + 3, "start"),
        label(mark, side - 3, side + 6, "start"),
        label(mark, -side + 3, -side + 3, "end"),
        label(mark, -side + 3, side + 6, "end"));
  }

  private static Label label(Mark mark, double right, double down, String anchor) {
    return new Label(mark.x() + right, mark.y() + down, anchor, mark.name(), mark.kind().css());
  }
}
