package dev.gpuadvisor.page;

/** A place that something takes in a drawing; y grows downwards. */
record Box(double x, double y, double width, double height) {

  boolean overlaps(Box other) {
    return x < other.x + other.width
        && other.x < x + width
        && y < other.y + other.height
        && other.y < y + height;
  }

  boolean contains(Box other) {
    return x <= other.x
        && y <= other.y
        && other.x + other.width <= x + width
        && other.y + other.height <= y + height;
  }
}
