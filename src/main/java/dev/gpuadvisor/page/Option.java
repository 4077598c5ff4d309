package dev.gpuadvisor.page;

/** One of several things to choose. */
record Option(String value, String label, boolean chosen) {

  /** Only offered, as what a field completes to. */
  static Option offered(String value, String label) {
    return new Option(value, label, false);
  }
}
